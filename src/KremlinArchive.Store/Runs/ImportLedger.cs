using System.Globalization;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Leases;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Runs;

/// <summary>Where runs write: captures, records, versions, changes and outcomes, a batch in one transaction.</summary>
public sealed class ImportLedger
{
    private readonly ArchiveDatabase database;
    private readonly RehearsedPages? rehearsed;

    internal ImportLedger(ArchiveDatabase database, RehearsedPages? rehearsed = null)
    {
        this.database = database;
        this.rehearsed = rehearsed;
    }

    /// <summary>True if what is written is thrown away.</summary>
    public bool IsRehearsal => database.IsScratch;

    /// <summary>True if anything was ever imported, whatever came of it.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read.</exception>
    public Task<bool> HasRunsAsync(CancellationToken cancellation) => database.ReadAsync(context => context.Runs.AnyAsync(cancellation));

    /// <summary>Opens a run.</summary>
    /// <param name="description">What is imported, for the history: paths or addresses.</param>
    /// <param name="startedBy">The name of the account that starts it; null for the command line and the samples.</param>
    /// <returns>The run's number.</returns>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<long> BeginAsync(string description, string? startedBy, CancellationToken cancellation) => BeginAsync(description, startedBy, note: null, cancellation);

    /// <summary>Opens a run and notes who did.</summary>
    /// <param name="description">What is imported, for the history and the audit log: paths or addresses.</param>
    /// <param name="startedBy">The signature of the account or key that starts it; null for the command line and the samples.</param>
    /// <param name="note">What the audit log is to tell of it; null for what nobody does, as the samples.</param>
    /// <returns>The run's number.</returns>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<long> BeginAsync(string description, string? startedBy, AuditNote? note, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var now = database.Clock.GetUtcNow();
        var run = new RunRow { Description = description, StartedBy = startedBy, StartedAt = now };
        context.Runs.Add(run);
        await context.SaveChangesAsync(cancellation);
        if (note is not null)
            AuditLog.Note(context, note.By, note.Action, run.Id.ToString(CultureInfo.InvariantCulture), description, now);
        return run.Id;
    }, cancellation);

    /// <summary>A whole capture that a new one refers to for its bytes; null if the archive does not hold it.</summary>
    /// <param name="address">The address that it is of.</param>
    /// <param name="at">When it was made, to the second; null where only its hash is known.</param>
    /// <param name="sha256">The SHA-256 of its bytes, lower-case hexadecimal; null where it is not known.</param>
    public Task<Capture?> EarlierAsync(string address, DateTimeOffset? at, string? sha256, CancellationToken cancellation) =>
        (rehearsed?.Archive ?? database).ReadAsync(context => CaptureFinder.FindAsync(context, address, at, sha256, cancellation));

    /// <summary>Stores a batch: all of it or, when it throws, nothing. Outcomes come in the order of the pages, one or more a page.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written, or the disk is nearly full.</exception>
    public Task<IReadOnlyList<PageOutcome>> SaveAsync(long run, IReadOnlyList<ReadPage> pages, CancellationToken cancellation) => Batch(run, pages).SaveAsync(cancellation);

    /// <summary>A batch that may be stored again when storing it failed.</summary>
    public LedgerBatch Batch(long run, IReadOnlyList<ReadPage> pages) => new(database, rehearsed, run, pages);

    /// <summary>Takes the turn to import files, where several machines share the archive and import one after the other.</summary>
    /// <returns>The turn; null while another has it.</returns>
    /// <exception cref="ArchiveUnavailableException">The database cannot be reached.</exception>
    public Task<ArchiveLease?> TakeTurnAsync(CancellationToken cancellation) => database.ExplainAsync(() => database.Engine.TakeTurnAsync(cancellation));

    /// <summary>Closes a run.</summary>
    /// <param name="failure">Why the run ended early; null if it came to its end.</param>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task EndAsync(long run, string? failure, CancellationToken cancellation) => database.WriteAsync(
        context => context.Runs.Where(row => row.Id == run).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.EndedAt, database.Clock.GetUtcNow()).SetProperty(r => r.Failure, failure),
            cancellation),
        cancellation);
}
