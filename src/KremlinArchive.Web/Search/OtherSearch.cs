using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Search;

/// <summary>A search near one that found nothing.</summary>
/// <param name="Label">What it changes, in the reader's words.</param>
/// <param name="Request">The search.</param>
internal sealed record OtherSearch(string Label, SearchRequest Request)
{
    private const int MostParts = 5, MostChanges = 6;

    /// <summary>Each part of a query of several by itself.</summary>
    /// <param name="reading">How the query was read.</param>
    public static IReadOnlyList<OtherSearch> Parts(SearchRequest request, IReadOnlyList<QueryPart> reading)
    {
        List<string> wanted = [.. Wanted(reading)];
        return wanted.Count < 2 ? [] : [.. wanted.Take(MostParts).Select(part => new OtherSearch(part, With(request, part)))];
    }

    /// <summary>The same search with one thing less, for each thing that it has.</summary>
    public static IEnumerable<OtherSearch> Changes(SearchRequest request, IReadOnlyList<QueryPart> reading, IReadOnlyList<ConstraintChip> chips, IStringLocalizer<Words> words) =>
        All(request, reading, chips, words).Take(MostChanges);

    private static IEnumerable<OtherSearch> All(SearchRequest request, IReadOnlyList<QueryPart> reading, IReadOnlyList<ConstraintChip> chips, IStringLocalizer<Words> words)
    {
        if (chips.Count > 1)
            yield return new OtherSearch(words["search.none.unconstrained"], new SearchRequest { Query = request.Query });
        if (reading.Any(part => part.Kind == QueryPartKind.Exclusion) && Wanted(reading).Any())
            yield return new OtherSearch(words["search.none.exclusions"], With(request, string.Join(' ', Wanted(reading))));
        foreach (var chip in chips)
            yield return new OtherSearch(words["search.none.without", chip.Label], chip.Without);
        foreach (var part in reading.Where(part => part.Kind == QueryPartKind.Clause && part.Without.Length > 0))
            yield return new OtherSearch(words["search.none.without", part.Text], With(request, part.Without));
    }

    private static IEnumerable<string> Wanted(IReadOnlyList<QueryPart> reading) => reading.Where(part => part.Kind != QueryPartKind.Exclusion).Select(part => part.Text);

    private static SearchRequest With(SearchRequest request, string query) => request with { Query = query, Page = 1 };
}
