using KremlinArchive.Store;
using KremlinArchive.Store.Leases;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Runs;

/// <summary>
/// Stores the batches of a run in its turn. While the archive cannot be written, and that may pass by itself, the run waits and says why: the pages that it has read
/// are kept, and none is read anew.
/// </summary>
/// <param name="isInTurn">False for a run that no other one waits for.</param>
internal sealed class PatientStoring(ImportLedger ledger, bool isInTurn, Action<string?>? waits, TimeProvider clock) : IAsyncDisposable
{
    private const string AnotherImports = "Another program imports into this archive; this one goes on when that has ended.";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private ArchiveLease? turn;
    private string? told;

    /// <exception cref="ArchiveUnavailableException">The archive cannot be written, and it is no use to wait, or was none for an hour.</exception>
    public async Task<IReadOnlyList<PageOutcome>> SaveAsync(long run, IReadOnlyList<ReadPage> pages, CancellationToken cancellation)
    {
        var batch = ledger.Batch(run, pages);
        for (var since = clock.GetUtcNow(); ; await Task.Delay(BetweenTries, clock, cancellation))
        {
            try
            {
                if (!await HasTurnAsync(cancellation))
                {
                    // Another's import may take days; only an archive that is away is given up.
                    since = clock.GetUtcNow();
                    Tell(AnotherImports);
                    continue;
                }

                var outcomes = await batch.SaveAsync(cancellation);
                Tell(null);
                return outcomes;
            }
            catch (ArchiveUnavailableException away) when (away.MayPass && clock.GetUtcNow() - since < Longest)
            {
                Tell(away.Message);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => turn?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> HasTurnAsync(CancellationToken cancellation)
    {
        if (!isInTurn || turn is { Lost.IsCancellationRequested: false })
            return true;
        if (turn is { } lost)
            await lost.DisposeAsync();
        turn = null;
        turn = await ledger.TakeTurnAsync(cancellation);
        return turn is not null;
    }

    private void Tell(string? why)
    {
        if (why != told)
            waits?.Invoke(why);
        told = why;
    }
}
