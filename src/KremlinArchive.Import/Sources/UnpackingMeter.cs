namespace KremlinArchive.Import.Sources;

/// <summary>Counts what an archive unpacks to and stops it at the limits.</summary>
/// <param name="packed">Size of the archive's file.</param>
internal sealed class UnpackingMeter(long packed, SourceLimits limits)
{
    private readonly long most = Math.Min(limits.LargestTotal, Math.Max(limits.FreeOfRatio, packed * limits.LargestRatio));

    public long LargestFile => limits.LargestFile;

    public long Unpacked { get; private set; }

    /// <exception cref="SourceLimitException">That is more than the archive may unpack to.</exception>
    public void Add(int bytes)
    {
        Unpacked += bytes;
        if (Unpacked > most)
            throw new SourceLimitException($"It unpacks to more than {Message.Size(most)} from {Message.Size(packed)}, as only archive bombs do.");
    }
}
