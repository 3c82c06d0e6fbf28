using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Results;

/// <summary>The searcher of a view. It sums up the statistics of a field once, not for every word of every request.</summary>
internal sealed class ViewSearcher(IndexReader reader) : IndexSearcher(reader)
{
    private readonly ConcurrentDictionary<string, CollectionStatistics> fields = new(StringComparer.Ordinal);

    public override CollectionStatistics CollectionStatistics(string field) => fields.GetOrAdd(field, base.CollectionStatistics);
}
