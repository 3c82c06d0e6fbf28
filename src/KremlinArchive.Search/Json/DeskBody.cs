namespace KremlinArchive.Search.Json;

/// <summary>A run as programs with a key receive it.</summary>
/// <param name="StartedBy">The account's name, or <c>key NAME</c>; null for the command line and the samples.</param>
/// <param name="State">running, ended, or unknown: begun by another program, which may still be at it or was killed.</param>
public sealed record RunBody(
    long Number,
    string Description,
    string? StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string State,
    string? Failure,
    long Added,
    long Revised,
    long Unchanged,
    long Skipped,
    long Quarantined);

/// <summary>Runs, the newest first.</summary>
/// <param name="Next">What <c>before</c> is to be for the next page; null if there is none.</param>
public sealed record RunsBody(IReadOnlyList<RunBody> Runs, long? Next);

/// <summary>Outcomes of a run, in the order of its pages.</summary>
/// <param name="Next">What <c>after</c> is to be for the next page; null if there is none.</param>
public sealed record OutcomesBody(IReadOnlyList<OutcomeBody> Outcomes, long? Next);

/// <summary>What happened to a page: added, revised, unchanged, skipped or quarantined.</summary>
/// <param name="Key">Its place in the list.</param>
/// <param name="Record">The record that it led to; null if to none.</param>
public sealed record OutcomeBody(long Key, string Source, string Outcome, string? Record, string? Reason);

/// <summary>An import that was given in.</summary>
/// <param name="Location">Where to follow it.</param>
/// <param name="Run">Its run's number; null while it waits for its turn.</param>
/// <param name="State">waiting, running, stopping or over.</param>
/// <param name="Failure">Why it ended before it had a run; null otherwise.</param>
public sealed record ImportBody(string Location, long? Run, string State, string? Failure);

/// <summary>Quarantine, the newest first.</summary>
/// <param name="Next">What <c>before</c> is to be for the next page; null if there is none.</param>
public sealed record QuarantineBody(IReadOnlyList<QuarantineEntryBody> Entries, string? Next);

/// <summary>A capture that should have been a document and could not be read.</summary>
/// <param name="State">waiting, resolved or dismissed.</param>
/// <param name="Note">Why an admin dismissed it; null if none did.</param>
public sealed record QuarantineEntryBody(
    long Number,
    string Source,
    string Reason,
    string State,
    string? Note,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    DateTimeOffset? ResolvedAt,
    long? ResolvedByRun,
    DateTimeOffset? CapturedAt,
    long Run,
    string Sha256,
    long Length,
    long KeptLength);

/// <summary>Entries of the audit log, the newest first.</summary>
public sealed record AuditBody(IReadOnlyList<AuditEntryBody> Entries);

/// <summary>What somebody did to the archive.</summary>
/// <param name="By">An account's name, <c>key NAME</c> or <c>command line</c>.</param>
public sealed record AuditEntryBody(long Number, DateTimeOffset At, string By, string Action, string Subject, string? Detail);

/// <summary>What was searched for.</summary>
public sealed record SearchesBody(IReadOnlyList<AskedBody> Searches);

/// <summary>How often something was searched for, how often in vain, and what was found the last time.</summary>
public sealed record AskedBody(string Query, long Times, long InVain, long Found, DateOnly LastDay);
