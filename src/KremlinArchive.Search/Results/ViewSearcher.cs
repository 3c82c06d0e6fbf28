using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using KremlinArchive.Search.Queries.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Results;

/// <summary>
/// The searcher of a view. It sums up the statistics of a field once, not for every word of every request, and goes through the segments of a large
/// view with several threads.
/// </summary>
internal sealed class ViewSearcher : IndexSearcher
{
    // Below that, handing work over costs more than it saves.
    private const int FewDocuments = 10_000;

    private const int MostThreads = 4;

    private readonly ConcurrentDictionary<string, CollectionStatistics> fields = new(StringComparer.Ordinal);
    private readonly IList<AtomicReaderContext>[] shares;

    /// <param name="few">With fewer documents one thread does.</param>
    public ViewSearcher(IndexReader reader, int few = FewDocuments)
        : base(reader) => shares = reader.MaxDoc < few ? [reader.Leaves] : Share(reader.Leaves, Math.Min(Environment.ProcessorCount, MostThreads));

    /// <summary>How many collectors a search takes: each sees a part of the segments.</summary>
    public int Shares => shares.Length;

    public override CollectionStatistics CollectionStatistics(string field) => fields.GetOrAdd(field, base.CollectionStatistics);

    /// <summary>Lets each collector see its share, all at the same time where a thread is free.</summary>
    /// <param name="collectors">As many as there are <see cref="Shares"/>.</param>
    public void Search(Query query, IReadOnlyList<ICollector> collectors)
    {
        var weight = CreateNormalizedWeight(query);
        if (collectors is [var only])
        {
            Search(shares[0], weight, only);
            return;
        }

        try
        {
            Parallel.For(0, collectors.Count, share => Search(shares[share], weight, collectors[share]));
        }
        catch (AggregateException several)
        {
            // That the time is up says the least.
            ExceptionDispatchInfo.Throw(several.InnerExceptions.MinBy(failure => failure is BudgetSpentException ? 1 : 0)!);
        }
    }

    /// <summary>The segments in parts of about the same number of documents.</summary>
    private static IList<AtomicReaderContext>[] Share(IList<AtomicReaderContext> leaves, int count)
    {
        var parts = Enumerable.Range(0, Math.Min(count, leaves.Count)).Select(_ => new List<AtomicReaderContext>()).ToArray();
        foreach (var leaf in leaves.OrderByDescending(leaf => leaf.Reader.MaxDoc))
            parts.MinBy(part => part.Sum(other => other.Reader.MaxDoc))!.Add(leaf);
        return [.. parts.Select(part => part.OrderBy(leaf => leaf.Ord).ToList())];
    }
}
