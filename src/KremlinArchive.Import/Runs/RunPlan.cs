using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Quarantine;

namespace KremlinArchive.Import.Runs;

/// <summary>What a run is to import, for whom, and how the history is to name it.</summary>
public sealed record RunPlan
{
    private const int MostNamed = 5;
    private const string RetryOf = "retry of quarantine";

    /// <summary>How the history names a retry of all that waits.</summary>
    public const string RetryOfAll = RetryOf + ", all that waits";

    /// <summary>How the history names a run that reads all captures anew.</summary>
    public const string ReparseOfAll = "reparse of all captures";

    /// <summary>For the history: paths, file names or what is retried.</summary>
    public required string Description { get; init; }

    /// <summary>The signature of the account or key that starts it; null for the command line and the samples.</summary>
    public string? StartedBy { get; init; }

    /// <summary>What the audit log tells of its beginning; null for what nobody asked for, as the samples.</summary>
    public AuditNote? Note { get; init; }

    /// <summary>The pages, one after the other.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<SourceEntry>> Entries { get; init; }

    /// <summary>Told the run's number before the first page is asked for; null where nobody wants to know.</summary>
    public Func<long, CancellationToken, Task>? Begin { get; init; }

    /// <summary>How long pages may wait for others to be stored with; null where pages come fast and batches are full soon.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>True for pages that come at the pace of a site: files that are imported do not wait for them, nor they for files.</summary>
    public bool IsPaced => Patience is not null;

    /// <summary>How many bytes there are to be used up, by which progress can be told.</summary>
    public required Func<CancellationToken, Task<long>> Measure { get; init; }

    /// <summary>Everything that paths of this machine hold.</summary>
    public static RunPlan Paths(IReadOnlyList<string> paths) => new()
    {
        Description = string.Join(", ", paths),
        Entries = cancellation => new PageSource().Read(paths, cancellation).ToAsyncEnumerable(),
        Measure = cancellation => Task.Run(() => PageSource.Measure(paths, cancellation), cancellation),
    };

    /// <summary>Everything that uploaded files hold.</summary>
    public static RunPlan Files(IReadOnlyList<NamedFile> files, Actor by) => new()
    {
        Description = string.Join(", ", files.Take(MostNamed).Select(file => file.Name)) + (files.Count > MostNamed ? $" … ({files.Count})" : ""),
        StartedBy = Starter(by),
        Note = new AuditNote(by, AuditAction.Imported),
        Entries = cancellation => new PageSource().Read(files, cancellation).Select(entry => entry.Capture.Way == CaptureWay.File ? entry with { Capture = entry.Capture with { Way = CaptureWay.Upload } } : entry).ToAsyncEnumerable(),
        Measure = _ => Task.FromResult(files.Sum(file => new FileInfo(file.Path).Length)),
    };

    /// <summary>One quarantined capture, from its own bytes.</summary>
    public static RunPlan Retry(QuarantineReader quarantine, QuarantineEntry entry, Actor by) => new()
    {
        Description = $"{RetryOf} {entry.Id}",
        StartedBy = Starter(by),
        Note = new AuditNote(by, AuditAction.QuarantineRetried),
        Entries = cancellation => new QuarantineSource(quarantine).ReadAsync(entry, cancellation),
        Measure = _ => Task.FromResult(entry.KeptLength),
    };

    /// <summary>Every quarantined capture that waits, from its own bytes.</summary>
    public static RunPlan RetryAll(QuarantineReader quarantine, Actor by) => new()
    {
        Description = RetryOfAll,
        StartedBy = Starter(by),
        Note = new AuditNote(by, AuditAction.QuarantineRetried),
        Entries = cancellation => new QuarantineSource(quarantine).ReadWaitingAsync(cancellation),
        Measure = async cancellation => (await quarantine.RetrySizeAsync(cancellation)).Bytes,
    };

    /// <summary>Every capture that the archive keeps, read anew from its own bytes.</summary>
    /// <param name="startedBy">The signature of the account that starts it; null for the command line.</param>
    public static RunPlan Reparse(CaptureShelf captures, string? startedBy = null) => new()
    {
        Description = ReparseOfAll,
        StartedBy = startedBy,
        Entries = cancellation => new CaptureSource(captures).ReadAsync(cancellation),
        Measure = captures.BytesAsync,
    };

    // The history says nothing of the command line, as ever.
    private static string? Starter(Actor by) => by.Way == ActorWay.CommandLine ? null : by.Signature;

    /// <summary>The number of the entry whose retry a description names; null for any other.</summary>
    public static long? RetriedEntry(string description) =>
        description.StartsWith(RetryOf + " ", StringComparison.Ordinal) && long.TryParse(description.AsSpan(RetryOf.Length + 1), out var id) ? id : null;
}
