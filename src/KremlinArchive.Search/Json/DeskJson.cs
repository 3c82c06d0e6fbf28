using KremlinArchive.Store.Asked;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Search.Json;

/// <summary>The shapes of what only admins and programs with a key see.</summary>
public static class DeskJson
{
    /// <summary>A run.</summary>
    /// <param name="isUnderWay">True if this program is at it.</param>
    public static RunBody Body(HistoricRun run, bool isUnderWay) => new(
        run.Number,
        run.Description,
        run.StartedBy,
        run.StartedAt,
        run.EndedAt,
        isUnderWay ? "running" : run.EndedAt is null ? "unknown" : "ended",
        run.Failure,
        run.Counts.Added,
        run.Counts.Revised,
        run.Counts.Unchanged,
        run.Counts.Skipped,
        run.Counts.Quarantined);

    /// <summary>An outcome.</summary>
    public static OutcomeBody Body(ListedOutcome listed) => new(
        listed.Key,
        listed.Outcome.Source,
        listed.Outcome.Outcome.ToString().ToLowerInvariant(),
        listed.Outcome.Record?.ToString(),
        listed.Outcome.Reason);

    /// <summary>A quarantine entry.</summary>
    public static QuarantineEntryBody Body(QuarantineEntry entry) => new(
        entry.Id,
        entry.Source,
        entry.Reason,
        entry.IsWaiting ? "waiting" : entry.Dismissal is null ? "resolved" : "dismissed",
        entry.Dismissal,
        entry.FirstAt,
        entry.LastAt,
        entry.ResolvedAt,
        entry.ResolvedByRun,
        entry.CapturedAt,
        entry.Run,
        entry.Sha256,
        entry.Length,
        entry.KeptLength);

    internal static AuditEntryBody Body(AuditEntry entry) =>
        new(entry.Number, entry.At, entry.By.Signature, entry.Action.Name(), entry.Subject, entry.Detail);

    internal static AskedBody Body(AskedTotal asked) => new(asked.Query, asked.Times, asked.InVain, asked.Found, asked.LastDay);
}
