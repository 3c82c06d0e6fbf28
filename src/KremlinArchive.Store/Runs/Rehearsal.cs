using System.Collections.Concurrent;
using System.Globalization;
using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Runs;

/// <summary>
/// A copy of what the archive knows, without the bytes of captures, for a run whose effects are to be seen and not kept. Whoever writes the archive
/// meanwhile does not wait for it. It is gone when it is disposed of; what a kill leaves is removed by the next one.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private const string Prefix = "rehearsal-";

    // The directories of this process that are in use: after a restart another process may have its number.
    private static readonly ConcurrentDictionary<string, bool> InUse = [];

    private readonly string directory;
    private readonly ArchiveDatabase copy;

    private Rehearsal(string directory, ArchiveDatabase copy, ArchiveDatabase? archive)
    {
        this.directory = directory;
        this.copy = copy;
        Ledger = new ImportLedger(copy, archive is null ? null : new RehearsedPages(archive, copy));
    }

    /// <summary>Writes the copy.</summary>
    public ImportLedger Ledger { get; }

    /// <summary>A copy of all records, for pages whose captures the archive holds.</summary>
    internal static Task<Rehearsal> OfAllAsync(ArchiveDatabase archive, string dataDirectory, CancellationToken cancellation) => BeginAsync(
        dataDirectory,
        async directory => new Rehearsal(directory, await archive.CopyAsync(directory, cancellation), archive: null));

    /// <summary>A copy that begins empty and is given what the archive knows of pages when they come.</summary>
    internal static Task<Rehearsal> OfPagesAsync(ArchiveDatabase archive, string dataDirectory, CancellationToken cancellation) => BeginAsync(
        dataDirectory,
        async directory =>
        {
            var copy = await ArchiveDatabase.ScratchAsync(directory, archive.Clock, cancellation);
            await RehearsedPages.ReserveAsync(archive, copy, cancellation);
            return new Rehearsal(directory, copy, archive);
        });

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        copy.Close();
        Remove(directory);
        return ValueTask.CompletedTask;
    }

    private static async Task<Rehearsal> BeginAsync(string dataDirectory, Func<string, Task<Rehearsal>> begin)
    {
        foreach (var left in Directory.EnumerateDirectories(dataDirectory, Prefix + "*").Where(IsAbandoned))
            TryRemove(left);
        var directory = Path.Combine(dataDirectory, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));
        InUse[directory] = true;
        Directory.CreateDirectory(directory);
        try
        {
            return await begin(directory);
        }
        catch
        {
            Remove(directory);
            throw;
        }
    }

    private static void Remove(string directory)
    {
        Directory.Delete(directory, recursive: true);
        InUse.TryRemove(directory, out _);
    }

    private static void TryRemove(string left)
    {
        try
        {
            Directory.Delete(left, recursive: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Another one removes it just now, or the next will.
        }
    }

    // Its process is named by the directory; if that has ended, nobody uses it.
    private static bool IsAbandoned(string directory) =>
        !InUse.ContainsKey(directory)
        && int.TryParse(Path.GetFileName(directory)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var process)
        && (process == Environment.ProcessId || !System.Diagnostics.Process.GetProcesses().Any(running => running.Id == process));
}
