namespace KremlinArchive.Search.Indexing;

/// <summary>The right to write an index: a file that one process at a time holds open. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class IndexLock : IDisposable
{
    private const string FileName = "index.lock";

    private readonly FileStream file;

    private IndexLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock; null while another process holds it or where nothing can be written.</summary>
    public static IndexLock? TryTake(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new IndexLock(new FileStream(Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
