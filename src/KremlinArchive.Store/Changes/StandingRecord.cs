using KremlinArchive.Records;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Store.Changes;

/// <summary>A record as it stands, with the change that made it so.</summary>
/// <param name="Key">Its place in the order of arrival.</param>
/// <param name="Change">The number of its last change.</param>
/// <param name="Id">The record.</param>
/// <param name="Current">Its state; null if readers may not see it.</param>
/// <param name="Withheld">The numbers of its versions that readers may not see.</param>
public sealed record StandingRecord(long Key, long Change, RecordId Id, StoredRecord? Current, IReadOnlyList<int> Withheld);
