using KremlinArchive.Store.Absences;
using KremlinArchive.Store.Accounts;
using KremlinArchive.Store.Asked;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Backups;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Engines;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Keys;
using KremlinArchive.Store.Leases;
using KremlinArchive.Store.Listings;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Store.Reading;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Verification;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store;

/// <summary>An open archive: the way in to all that the store offers. Its parts may be used from any thread.</summary>
public sealed class ArchiveStore : IDisposable
{
    private readonly ArchiveDatabase database;

    private readonly ArchiveStoreOptions options;

    private ArchiveStore(ArchiveDatabase database, ArchiveStoreOptions options)
    {
        this.database = database;
        this.options = options;
        Changes = new ChangeFeed(database);
        Records = new RecordReader(database);
        Versions = new VersionReader(database);
        History = new ChangeHistory(database);
        Ledger = new ImportLedger(database);
        Captures = new CaptureShelf(database);
        Catalogue = new CaptureCatalogue(database);
        Runs = new RunHistory(database);
        Quarantine = new QuarantineReader(database);
        Dismissals = new QuarantineDismissals(database);
        Verifier = new ArchiveVerifier(database);
        Accounts = new AccountRegister(database);
        Backup = new ArchiveBackup(database);
        Fetches = new FetchLedger(database);
        Holds = new SiteHolds(database);
        Visits = new VisitReader(database);
        Absences = new AbsenceReader(database);
        Leases = new LeaseDesk(database);
        Audit = new AuditLog(database);
        Keys = new KeyRegister(database);
        Asked = new AskedRegister(database);
        Coverage = new CoverageReader(database);
        Withholding = new WithholdingDesk(database);
    }

    public ChangeFeed Changes { get; }

    public RecordReader Records { get; }

    public VersionReader Versions { get; }

    public ChangeHistory History { get; }

    public ImportLedger Ledger { get; }

    public CaptureShelf Captures { get; }

    public CaptureCatalogue Catalogue { get; }

    public RunHistory Runs { get; }

    public QuarantineReader Quarantine { get; }

    public QuarantineDismissals Dismissals { get; }

    public ArchiveVerifier Verifier { get; }

    public AccountRegister Accounts { get; }

    public ArchiveBackup Backup { get; }

    public FetchLedger Fetches { get; }

    public SiteHolds Holds { get; }

    public VisitReader Visits { get; }

    public AbsenceReader Absences { get; }

    public LeaseDesk Leases { get; }

    public AuditLog Audit { get; }

    public KeyRegister Keys { get; }

    public AskedRegister Asked { get; }

    public CoverageReader Coverage { get; }

    public WithholdingDesk Withholding { get; }

    /// <summary>True if there is an archive where it is to be opened.</summary>
    /// <exception cref="ArchiveUnavailableException">The server that keeps it cannot be asked.</exception>
    public static async Task<bool> ExistsAsync(ArchiveStoreOptions options, CancellationToken cancellation) => options.Connection is { } connection
        ? await new PostgresEngine(connection).IsThereAsync(cancellation)
        : SqliteEngine.IsIn(options.DataDirectory);

    /// <summary>Opens the archive, creating or migrating its database where needed.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be opened; the message says why and what to do.</exception>
    public static async Task<ArchiveStore> OpenAsync(ArchiveStoreOptions options, CancellationToken cancellation) =>
        new(await ArchiveDatabase.OpenAsync(options, cancellation), options);

    /// <summary>Begins a run over captures that the archive holds, whose effects are to be seen and not kept.</summary>
    /// <exception cref="ArchiveUnavailableException">The copy that it writes cannot be made: the disk may be full.</exception>
    public Task<Rehearsal> RehearseAsync(CancellationToken cancellation) => Rehearsal.OfAllAsync(database, options.DataDirectory, cancellation);

    /// <summary>Begins an import of new pages whose effects are to be seen and not kept.</summary>
    /// <exception cref="ArchiveUnavailableException">The copy that it writes cannot be made: the disk may be full.</exception>
    public Task<Rehearsal> RehearseImportAsync(CancellationToken cancellation) => Rehearsal.OfPagesAsync(database, options.DataDirectory, cancellation);

    /// <summary>What an error means for people, also one that came past the store, as from accounts and keys that the framework keeps in it; null if it is none of the archive's.</summary>
    public ArchiveUnavailableException? Explain(Exception error) => error as ArchiveUnavailableException ?? database.Engine.Explain(error);

    /// <inheritdoc/>
    public void Dispose() => database.Close();

    /// <summary>A context of its own for what the framework keeps in the archive; whoever asks for it ends it.</summary>
    internal ArchiveContext NewContext() => database.NewContext();

    /// <summary>Where the archive stands.</summary>
    public Task<StoreStatus> StatusAsync(CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var head = await context.Changes.OrderByDescending(change => change.Number)
            .Select(change => new { change.Number, change.Hash }).FirstOrDefaultAsync(cancellation);
        var hidden = await WithholdingFlags.CountHiddenAsync(context, cancellation);
        return new StoreStatus(await context.Records.LongCountAsync(cancellation) - hidden, head?.Number ?? 0, head?.Hash);
    });

    /// <summary>
    /// Stands for all that can be read here: as long as it is the same, so is every record and what is known of it. A few lookups, so that it
    /// can be asked often.
    /// </summary>
    public Task<string> StateAsync(CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var head = await context.Changes.OrderByDescending(change => change.Number).Select(change => change.Hash).FirstOrDefaultAsync(cancellation);
        // A sighting is no change, yet it may move the time of the page's own last edit.
        var capture = await context.Captures.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
        // The same bytes from the same source are no new capture, yet may be seen for the first time.
        var outcome = await context.Outcomes.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
        // A capture may be withheld that is not the only one of its text: no record changes by it, but who may have its bytes does.
        var withheld = await context.Withholdings.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
        var lifted = await context.Withholdings.CountAsync(row => row.LiftedAt != null, cancellation);
        return $"{outcome} {capture} {withheld} {lifted} {head}";
    });
}
