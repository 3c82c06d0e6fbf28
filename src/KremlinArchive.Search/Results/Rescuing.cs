using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Rescues;

namespace KremlinArchive.Search.Results;

/// <summary>
/// Looks for another reading of a query that found nothing or little. Where nothing was found, the first reading that finds something takes its
/// place; beside few hits, one that finds far more is suggested. That records lack some of the words is only ever suggested.
/// </summary>
internal sealed class Rescuing(IndexView view, SearchRequest request, QueryReading reading, TermStates states, SearchBudget budget)
{
    private const int Few = 2, FewWithAllWords = 9, FarMore = 5, MostTried = 12;

    // Looser phrases and wider dates are a click away beside hits: their chips.
    private static readonly RescueKind[] Suggested = [RescueKind.KeyboardLayout, RescueKind.Transliteration, RescueKind.Spelling, RescueKind.FewerWords];

    /// <summary>The reading that is worth it; null for none.</summary>
    public Rescued? Find(long total)
    {
        if (!request.Rescues || reading.Parsed.Root is null || total > FewWithAllWords || view.Reader.NumDocs == 0)
            return null;
        foreach (var (kind, other) in (total > Few ? FewerWords() : Candidates().Concat(FewerWords())).Take(MostTried))
        {
            if (total > 0 && !Suggested.Contains(kind))
                continue;
            var read = QueryReading.Of(other);
            if (total == 0 && kind != RescueKind.FewerWords)
            {
                var found = Findings.Of(view, other, read.Sought, states, budget);
                if (found.Collector.Total > 0)
                    return new Rescued(new Rescue(kind.Name(), other, found.Collector.Total, IsShown: true), new ShownReading(read, found));
            }
            else if (Findings.Count(view, other, read.Sought, states, budget) is var count && count > total * FarMore)
            {
                return new Rescued(new Rescue(kind.Name(), other, count, IsShown: false), null);
            }
        }

        return null;
    }

    private IEnumerable<(RescueKind Kind, SearchRequest Request)> Candidates()
    {
        foreach (var candidate in RescueCandidates.Of(request.Query, new IndexWords(view.Reader, states), budget.Cancellation))
            yield return (candidate.Kind, request with { Query = candidate.Query });
        foreach (var tree in Loosening.Phrases(reading.Parsed.Root!))
            yield return (RescueKind.Looser, With(tree));
        var isDated = request.From is not null || request.To is not null || request.Constraints.Any(constraint => constraint.Facet == Facet.Year);
        if (Loosening.Dates(reading.Parsed.Root!) is { } undated)
            yield return (RescueKind.WiderDates, Undated(With(undated)));
        else if (isDated)
            yield return (RescueKind.WiderDates, Undated(request));
    }

    private IEnumerable<(RescueKind Kind, SearchRequest Request)> FewerWords()
    {
        if (request.Match == WordMatch.All && reading.Parsed.Root is AllNode all && all.Parts.Count(part => part is not (NotNode or PublishedNode)) > 1)
            yield return (RescueKind.FewerWords, request with { Match = WordMatch.Any });
    }

    private SearchRequest With(QueryNode tree) => request with { Query = QueryWriter.Write(tree, request.Interface) };

    private static SearchRequest Undated(SearchRequest dated) =>
        dated with { From = null, To = null, Constraints = [.. dated.Constraints.Where(constraint => constraint.Facet != Facet.Year)] };
}

/// <summary>Another reading of a query.</summary>
/// <param name="Rescue">What is told of it.</param>
/// <param name="Shown">What it found, where that takes the place of what the query found; null where it is only offered.</param>
internal sealed record Rescued(Rescue Rescue, ShownReading? Shown);

/// <summary>Another reading with what it found.</summary>
internal sealed record ShownReading(QueryReading Reading, Findings Found);
