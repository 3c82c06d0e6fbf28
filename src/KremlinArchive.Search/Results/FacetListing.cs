using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>Lists all values of a facet under a search: counted like a search's own facets, named, filtered and ordered.</summary>
internal static class FacetListing
{
    private static readonly Dictionary<Language, StringComparer> Alphabets = new()
    {
        [Language.Russian] = StringComparer.Create(new System.Globalization.CultureInfo("ru-RU"), ignoreCase: true),
        [Language.English] = StringComparer.Create(new System.Globalization.CultureInfo("en-GB"), ignoreCase: true),
    };

    public static FacetPage Of(IndexView view, FacetQuery query, SearchBudget budget)
    {
        var (total, counts, isPartial) = Answering.Count(view, query.Search, query.Facet, budget);
        var catalog = Answering.Shelf(view, QueryReading.Of(query.Search)).Catalogs[(int)query.Facet];
        var sought = Words(query.Name.Length <= FacetQuery.LongestName ? query.Name : query.Name[..FacetQuery.LongestName]);
        var values = Enumerable.Range(0, counts.Length).Where(number => counts[number] > 0)
            .Select(catalog.Key)
            .Where(key => sought.Count == 0 || Enum.GetValues<Language>().Any(language => Begins(Words(catalog.Label(key, language)), sought)))
            .Select(key => new FacetValue(key, catalog.Label(key, query.Search.Interface), counts[catalog.Find(key)!.Value]))
            .ToList();
        var alphabet = Alphabets[query.Search.Interface];
        var ordered = query.Order == FacetOrder.Name
            ? values.OrderBy(value => value.Label, alphabet)
            : values.OrderByDescending(value => value.Count).ThenBy(value => value.Label, alphabet);
        var skip = Math.Min((long)(query.Search.Page - 1) * FacetQuery.PageSize, values.Count);
        return new FacetPage([.. ordered.Skip((int)skip).Take(FacetQuery.PageSize)], values.Count, values.Max(value => (long?)value.Count) ?? 0, total) { IsPartial = isPartial };
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var scanner = new WordScanner(Spelling.Compose(text));
        while (scanner.MoveNext())
            words.Add(Spelling.Fold(scanner.Word));
        return words;
    }

    /// <summary>True if every word sought is the beginning of a word of the name.</summary>
    private static bool Begins(List<string> name, List<string> sought) =>
        sought.TrueForAll(word => name.Exists(of => of.StartsWith(word, StringComparison.Ordinal)));
}
