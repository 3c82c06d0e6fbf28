using KremlinArchive.Records;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Store.Changes;

/// <summary>One entry of the change log together with the record as it is now.</summary>
/// <param name="Number">The change's number: 1, 2, 3 … in the order in which changes became visible.</param>
/// <param name="Id">The record that changed.</param>
/// <param name="Current">The record's current state, which may be newer than the change; null if readers may not see it.</param>
/// <param name="Superseded">The newest of its versions that are not current, each as the record that it was; empty if there are none or readers may not see them.</param>
/// <param name="IsFirst">True for the change by which the record came into the archive: no other of it is before.</param>
public sealed record RecordChange(long Number, RecordId Id, StoredRecord? Current, IReadOnlyList<StoredRecord> Superseded, bool IsFirst);
