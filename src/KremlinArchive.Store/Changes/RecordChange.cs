using KremlinArchive.Records;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Store.Changes;

/// <summary>One entry of the change log together with the record as it is now.</summary>
/// <param name="Number">The change's number: 1, 2, 3 … in the order in which changes became visible.</param>
/// <param name="Id">The record that changed.</param>
/// <param name="Current">The record's current state, which may be newer than the change; null if readers may not see it.</param>
public sealed record RecordChange(long Number, RecordId Id, StoredRecord? Current);
