using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Runs;

/// <summary>
/// A copy of what the archive knows, without the bytes of captures, for a run whose effects are to be seen and not kept. Whoever writes the archive
/// meanwhile does not wait for it. It is gone when it is disposed of; what a kill leaves is removed by the next one.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private const string Prefix = "rehearsal-";

    private readonly string directory;
    private readonly ArchiveDatabase copy;

    private Rehearsal(string directory, ArchiveDatabase copy)
    {
        this.directory = directory;
        this.copy = copy;
        Ledger = new ImportLedger(copy);
    }

    /// <summary>Writes the copy. It takes only pages whose captures the archive holds.</summary>
    public ImportLedger Ledger { get; }

    internal static async Task<Rehearsal> BeginAsync(string dataDirectory, TimeProvider clock, CancellationToken cancellation)
    {
        foreach (var left in Directory.EnumerateDirectories(dataDirectory, Prefix + "*").Where(IsAbandoned))
            Directory.Delete(left, recursive: true);
        var directory = Path.Combine(dataDirectory, $"{Prefix}{Environment.ProcessId}");
        Directory.CreateDirectory(directory);
        try
        {
            return new Rehearsal(directory, await ArchiveDatabase.CopyAsync(dataDirectory, directory, clock, cancellation));
        }
        catch
        {
            Directory.Delete(directory, recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        copy.Close();
        Directory.Delete(directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    // Its process is named by the directory; if that has ended, nobody uses it.
    private static bool IsAbandoned(string directory) =>
        int.TryParse(Path.GetFileName(directory).AsSpan(Prefix.Length), out var process)
        && (process == Environment.ProcessId || !System.Diagnostics.Process.GetProcesses().Any(running => running.Id == process));
}
