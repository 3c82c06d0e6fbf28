using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Search;

/// <summary>A search near one that found nothing.</summary>
/// <param name="Label">What it changes, in the reader's words.</param>
/// <param name="Request">The search.</param>
internal sealed record OtherSearch(string Label, SearchRequest Request)
{
    private const int MostWords = 5, MostChanges = 6;
    private const string QuoteMarks = "\"«»“”„";

    /// <summary>Each word of a query of several by itself.</summary>
    public static IReadOnlyList<OtherSearch> Words(SearchRequest request)
    {
        var words = WantedWords(request.Query).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return words.Count < 2 ? [] : [.. words.Take(MostWords).Select(word => new OtherSearch(word, With(request, word)))];
    }

    /// <summary>The same search with one thing less, for each thing that it has.</summary>
    public static IEnumerable<OtherSearch> Changes(SearchRequest request, IReadOnlyList<ConstraintChip> chips, IStringLocalizer<Words> words) =>
        All(request, chips, words).Take(MostChanges);

    private static IEnumerable<OtherSearch> All(SearchRequest request, IReadOnlyList<ConstraintChip> chips, IStringLocalizer<Words> words)
    {
        if (chips.Count > 1)
            yield return new OtherSearch(words["search.none.unconstrained"], new SearchRequest { Query = request.Query });
        if (request.Query.AsSpan().IndexOfAny(QuoteMarks) >= 0)
            yield return new OtherSearch(words["search.none.quotes"], With(request, string.Join(' ', request.Query.Split([.. QuoteMarks]))));
        if (Terms(request.Query).Any(IsExclusion) && WantedWords(request.Query).Any())
            yield return new OtherSearch(words["search.none.exclusions"], With(request, string.Join(' ', Terms(request.Query).Where(word => !IsExclusion(word)))));
        foreach (var chip in chips)
            yield return new OtherSearch(words["search.none.without", chip.Label], chip.Without);
    }

    private static IEnumerable<string> WantedWords(string query) => Terms(query)
        .Where(word => !IsExclusion(word)).Select(word => word.Trim([.. QuoteMarks, ',', '.', ';', ':', '!', '?', '(', ')']))
        .Where(word => word.Any(char.IsLetterOrDigit));

    private static string[] Terms(string query) => query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsExclusion(string word) => word.Length > 1 && word[0] == '-';

    private static SearchRequest With(SearchRequest request, string query) => request with { Query = query.Trim(), Page = 1 };
}
