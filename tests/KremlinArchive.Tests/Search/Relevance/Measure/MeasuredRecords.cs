using KremlinArchive.Records;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>The records of an archive, as the other systems are given them.</summary>
internal static class MeasuredRecords
{
    private const int Batch = 1000;

    /// <summary>Every record that readers may see, in its present state.</summary>
    public static async Task<IReadOnlyList<ArchiveRecord>> ReadAsync(ChangeFeed changes, CancellationToken cancellation)
    {
        var records = new Dictionary<RecordId, ArchiveRecord>();
        for (var at = 0L; await changes.ReadAsync(at, Batch, cancellation) is { Count: > 0 } read; at = read[^1].Number)
        {
            foreach (var change in read)
            {
                if (change.Current is { } current)
                    records[change.Id] = current.Record;
            }
        }

        return [.. records.Values.OrderBy(record => record.Id.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>All that is printed of a record: title, lead, and the passages with the names of who speaks.</summary>
    public static IEnumerable<string> Words(this ArchiveRecord record) =>
    [
        record.Title,
        record.Lead ?? "",
        .. record.Passages.Select(passage => passage.Speaker is { } speaker ? $"{speaker}: {passage.Text}" : passage.Text),
    ];
}
