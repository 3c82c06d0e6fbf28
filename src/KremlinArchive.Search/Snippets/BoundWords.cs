using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Snippets;

/// <summary>Words that a query wants, bound to the index.</summary>
/// <param name="Sought">The words, and where they are looked for.</param>
/// <param name="Words">Their terms.</param>
/// <param name="Worth">How much finding them tells: rare words more than frequent ones.</param>
internal sealed record BoundWords(SoughtWords Sought, IReadOnlyList<BoundWord> Words, double Worth)
{
    /// <summary>Binds all that a query wants.</summary>
    public static IReadOnlyList<BoundWords> Of(IReadOnlyList<SoughtWords> wanted, WordBinder binder) =>
        [.. wanted.Select(sought => new BoundWords(sought, binder.Bind(sought.Words), binder.WorthOf(sought.Words)))];

    /// <summary>Where they stand in a field of a segment; null if nowhere there.</summary>
    public FieldWalk? Walk(AtomicReaderContext segment, string field, WordBinder binder, SearchBudget budget)
    {
        var scope = Sought.Speaker is { } speaker && field == FieldNames.Text ? new PassageScope(segment, speaker, binder, budget) : null;
        return FieldWalk.Open(binder.States, segment.Ord, field, Words, Sought.Words.Reach, scope, null, budget);
    }
}
