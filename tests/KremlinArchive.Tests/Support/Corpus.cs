namespace KremlinArchive.Tests.Support;

/// <summary>The shared corpus of real pages beside the checkout. Tests that need it are skipped where it is not.</summary>
internal static class Corpus
{
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>The path of a file or folder of the corpus; skips the test where the corpus is absent.</summary>
    /// <param name="parts">Path below the corpus, for example <c>"feeds"</c>.</param>
    public static string Need(params string[] parts) => Find(["corpus", .. parts]);

    /// <summary>The path of one of the measured sets that lie beside the corpus; skips the test where they are absent.</summary>
    public static string NeedMeasure(string file) => Find(["eval", file]);

    private static string Find(string[] parts)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Shared, parts[0])), "The shared corpus is not beside this checkout.");
        return Path.Combine([Shared, .. parts]);
    }
}
