namespace KremlinArchive.Web.Admin.Uploads;

/// <summary>Where uploads lie until they are imported: a directory beside the database, with one of its own for each of them.</summary>
/// <param name="directory">Absolute path; created when the first upload comes.</param>
/// <param name="largest">The most bytes that an upload may have.</param>
/// <param name="room">How many bytes the disk has left.</param>
internal sealed class UploadSpool(string directory, long largest, Func<long> room)
{
    // The database grows by what an upload holds, and a full disk stops more than an import.
    private const long Reserve = 256L * 1024 * 1024;

    /// <summary>A spool in the data directory.</summary>
    public static UploadSpool In(string dataDirectory, long largest)
    {
        var disk = new DriveInfo(Path.GetFullPath(dataDirectory));
        return new UploadSpool(Path.Combine(dataDirectory, "uploads"), largest, () => disk.AvailableFreeSpace);
    }

    /// <summary>The most bytes that an upload may have.</summary>
    public long Largest => largest;

    /// <summary>True if the disk has room for so many bytes more.</summary>
    public bool HasRoomFor(long bytes) => room() - Reserve >= bytes;

    /// <summary>An upload, empty as yet. Whoever begins it removes it.</summary>
    public Upload Begin() => new(this, Directory.CreateDirectory(Path.Combine(directory, Guid.NewGuid().ToString("N"))).FullName);

    /// <summary>Removes whatever lies there.</summary>
    public void Clear()
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }
}
