namespace KremlinArchive.Store.Captures;

/// <summary>A capture that is kept, as it is read again.</summary>
/// <param name="Id">Its number: captures that came later have larger ones.</param>
/// <param name="Capture">Its bytes, where they are from and when.</param>
/// <param name="Waits">Why it waits in quarantine; null if it does not.</param>
/// <param name="Behind">The records that have a version which was read from it.</param>
public sealed record StoredCapture(long Id, Capture Capture, string? Waits, IReadOnlySet<Records.RecordId> Behind);
