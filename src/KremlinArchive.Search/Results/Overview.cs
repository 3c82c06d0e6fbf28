using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>Sums up a view for who has not asked yet. One walk through the columns; only what is shown is read from files.</summary>
internal static class Overview
{
    private const int MostOfDay = 6;

    private static readonly Comparer<RankedDocument> NewestFirst = Comparer<RankedDocument>.Create(RankedDocument.Comparison(SortOrder.Newest));

    /// <param name="today">The Moscow day.</param>
    public static ArchiveOverview Of(IndexView view, DateOnly today, Language language, CancellationToken cancellation)
    {
        var budget = new SearchBudget(Timeout.InfiniteTimeSpan, cancellation);
        var (first, last) = (long.MaxValue, long.MinValue);
        var day = new DayGathering(today);
        for (var segment = 0; segment < view.Columns.Count; segment++)
        {
            budget.Look();
            var (leaf, columns) = (view.Reader.Leaves[segment], view.Columns[segment]);
            var live = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < columns.Published.Length; doc++)
            {
                if (live?.Get(doc) == false)
                    continue;
                var published = columns.Published[doc];
                (first, last) = (Math.Min(first, published), Math.Max(last, published));
                day.Offer(CalendarDay.Of(DateOnly.FromDayNumber(columns.Days[doc])), new RankedDocument(leaf.DocBase + doc, 0, published, columns.Identities[doc]));
            }
        }

        return new ArchiveOverview
        {
            Records = view.Reader.NumDocs,
            First = first <= last ? DayOf(first) : null,
            Last = first <= last ? DayOf(last) : null,
            ThisDay = LeafOf(view, day, language, budget),
            Newest = Answering.Answer(view, new SearchRequest { Interface = language }, budget, course: null),
        };
    }

    private static CalendarLeaf? LeafOf(IndexView view, DayGathering gathered, Language language, SearchBudget budget)
    {
        if (gathered.Day is not { } day)
            return null;
        var held = gathered.Documents.Select(document => document.Identity).ToHashSet();
        var shown = gathered.Documents
            .Where(document => IdentityColumn.LanguageOf(document.Identity) == language || !held.Contains(IdentityColumn.Translation(document.Identity)))
            .Order(NewestFirst)
            .GroupBy(document => DayOf(document.Published).Year)
            .SelectMany(year => year.Select((document, place) => (Document: document, Place: place)))
            .OrderBy(ranked => ranked.Place)
            .Take(MostOfDay)
            .Select(ranked => ranked.Document)
            .Order(NewestFirst);
        return new CalendarLeaf(day.Month, day.Day, new HitReader(view, [], new WordBinder(view.Reader, new TermStates(view.Reader), budget), budget).Read([.. shown]));
    }

    private static DateOnly DayOf(long seconds) => MoscowClock.DayOf(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
