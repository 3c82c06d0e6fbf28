namespace KremlinArchive.Tests.Support;

/// <summary>The shared corpus of real pages beside the checkout. Tests that need it are skipped where it is not.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpus"));

    /// <summary>The path of a file or folder of the corpus; skips the test where the corpus is absent.</summary>
    /// <param name="parts">Path below the corpus, for example <c>"feeds"</c>.</param>
    public static string Need(params string[] parts)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The shared corpus is not beside this checkout.");
        return Path.Combine([Folder, .. parts]);
    }
}
