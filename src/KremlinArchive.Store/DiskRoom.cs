namespace KremlinArchive.Store;

/// <summary>The room that is left on disks. Nothing that fills them goes on when little is left, so that what only reads can.</summary>
internal sealed class DiskRoom(ArchiveStoreOptions options)
{
    /// <summary>Before an import stores more.</summary>
    /// <exception cref="ArchiveUnavailableException">Less is left than is to be kept free.</exception>
    public void Check()
    {
        if (options.FreeSpace(options.DataDirectory) is var free && free < options.LeastFree)
            throw new ArchiveUnavailableException($"The disk that holds {options.DataDirectory} has {ByteSize.Megabytes(free)} left, and imports stop at {ByteSize.Megabytes(options.LeastFree)}. What was acknowledged is kept, and searching goes on; make room and import again, or set Archive:LeastFree lower.");
    }

    /// <summary>Before so many bytes are written into a directory.</summary>
    /// <exception cref="ArchiveUnavailableException">They would leave less than is to be kept free.</exception>
    public void Check(string directory, long bytes)
    {
        if (options.FreeSpace(directory) is var free && free - bytes < options.LeastFree)
            throw new ArchiveUnavailableException($"The disk that holds {directory} has {ByteSize.Megabytes(free)} left: {ByteSize.Megabytes(bytes)} would not leave the {ByteSize.Megabytes(options.LeastFree)} that are kept free. Make room, or set Archive:LeastFree lower.");
    }

    /// <summary>What the system says is free where a path lies.</summary>
    public static long Measure(string path) => new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace;
}
