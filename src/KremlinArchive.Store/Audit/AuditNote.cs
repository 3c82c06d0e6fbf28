namespace KremlinArchive.Store.Audit;

/// <summary>What the log is to tell of a run that begins, in the transaction that begins it; the subject is the run's number, the detail what is imported.</summary>
/// <param name="By">Who begins it.</param>
/// <param name="Action">What kind of beginning it is.</param>
public sealed record AuditNote(Actor By, AuditAction Action);
