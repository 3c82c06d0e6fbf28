namespace KremlinArchive.Store.Engines;

/// <summary>A turn that one process at a time has: a file held open. The system ends it with the process, however that ends.</summary>
internal sealed class FileTurn : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream file;

    private FileTurn(FileStream file) => this.file = file;

    /// <exception cref="ArchiveUnavailableException">Another process has had it for too long.</exception>
    public static async Task<FileTurn> TakeAsync(string path, CancellationToken cancellation)
    {
        for (var until = DateTime.UtcNow + Patience; ; await Task.Delay(Pause, cancellation))
        {
            try
            {
                return new FileTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException error) when (DateTime.UtcNow > until)
            {
                throw new ArchiveUnavailableException($"Another program is bringing the archive up to date and did not end in time ({path}). Try again.", error);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Somebody else's turn: wait.
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();
}
