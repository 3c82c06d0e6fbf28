using KremlinArchive.Records;

namespace KremlinArchive.Store.Changes;

/// <summary>A record that was withheld, or of which a version was.</summary>
/// <param name="Change">The number of the change that says so.</param>
/// <param name="Id">The record.</param>
/// <param name="IsHidden">True if readers may not see the record itself today.</param>
public sealed record WithheldRecord(long Change, RecordId Id, bool IsHidden);
