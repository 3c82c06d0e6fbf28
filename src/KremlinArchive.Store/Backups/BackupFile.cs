namespace KremlinArchive.Store.Backups;

/// <summary>Files that hold an archive's secrets.</summary>
internal static class BackupFile
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file that nobody but its owner may read, from its first byte on.</summary>
    public static void CreateEmpty(string path) => Create(path).Dispose();

    /// <summary>Copies a file's bytes into a new one of that kind.</summary>
    public static async Task CopyAsync(string from, string to, CancellationToken cancellation)
    {
        await using var source = new FileStream(from, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
        await using var target = Create(to);
        await source.CopyToAsync(target, 1024 * 1024, cancellation);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Has the system write a file's bytes to the disk.</summary>
    public static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersOnly;
        return new FileStream(path, options);
    }
}
