namespace KremlinArchive.Store.Audit;

/// <summary>An action of an admin, as it is told later.</summary>
/// <param name="Number">1, 2, 3 … in the order in which they were done.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what: a record's identity, a run's number, an account's name.</param>
/// <param name="Detail">Why or how, where there is more to say; null otherwise.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, Actor By, AuditAction Action, string Subject, string? Detail);
