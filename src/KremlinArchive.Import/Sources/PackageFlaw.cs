namespace KremlinArchive.Import.Sources;

/// <summary>What an archive says against one of its own files. Reading that file's bytes again cannot take it back.</summary>
internal static class PackageFlaw
{
    /// <summary>How every such sentence begins.</summary>
    public const string Beginning = "The archive says";
}
