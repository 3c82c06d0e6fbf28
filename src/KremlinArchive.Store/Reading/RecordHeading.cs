using KremlinArchive.Records;

namespace KremlinArchive.Store.Reading;

/// <summary>What a list shows of a record.</summary>
public sealed record RecordHeading(RecordId Id, string Title, PrintedTime Published);

/// <summary>The records before and after one in its language; null at either end.</summary>
public sealed record Neighbours(RecordHeading? Previous, RecordHeading? Next);
