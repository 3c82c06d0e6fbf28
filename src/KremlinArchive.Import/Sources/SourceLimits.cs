namespace KremlinArchive.Import.Sources;

/// <summary>What an archive may unpack to before it is taken for a bomb.</summary>
public sealed record SourceLimits
{
    /// <summary>The largest file in an archive, in bytes.</summary>
    public long LargestFile { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The most that one archive may unpack to, in bytes: three times a million pages.</summary>
    public long LargestTotal { get; init; } = 100L * 1024 * 1024 * 1024;

    /// <summary>How many times its own size an archive may unpack to. The site's list pages, alike as they are, reach 66 in a <c>.tar.xz</c>.</summary>
    public int LargestRatio { get; init; } = 250;

    /// <summary>Up to this many bytes no ratio is too large.</summary>
    public long FreeOfRatio { get; init; } = 64L * 1024 * 1024;
}
