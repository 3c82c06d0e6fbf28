using KremlinArchive.Store;

namespace KremlinArchive.Web.Hosting;

/// <summary>Held while a server runs on a data directory, so that a second one does not start on it.</summary>
internal sealed class ServerLock : IDisposable
{
    private readonly FileStream file;

    private ServerLock(FileStream file) => this.file = file;

    /// <exception cref="ArchiveUnavailableException">Another server runs on the directory, or it cannot be written.</exception>
    public static ServerLock Take(string dataDirectory)
    {
        var path = ArchiveLocation.ServerLockIn(dataDirectory);
        try
        {
            Directory.CreateDirectory(dataDirectory);
            return new ServerLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ArchiveUnavailableException($"The data directory {dataDirectory} cannot be written. Give the program the right to write there, or name another one with Archive:DataDirectory.", error);
        }
        catch (IOException error) when (IsTaken(path))
        {
            throw new ArchiveUnavailableException($"Another server already runs on the data directory {dataDirectory}. Stop it, or name another directory with Archive:DataDirectory.", error);
        }
        catch (IOException error)
        {
            throw new ArchiveUnavailableException($"The data directory {dataDirectory} cannot be used: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    // A lock that is held and a disk that is full or read-only are both input errors; only the first leaves the file readable by its length.
    private static bool IsTaken(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
