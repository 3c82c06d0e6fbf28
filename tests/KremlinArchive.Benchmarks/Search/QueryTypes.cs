using KremlinArchive.Search;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>Queries of every type, made of an archive's own words: what is common in it, and what is rare.</summary>
internal sealed class QueryTypes
{
    private const int Variants = 20, Titles = 100, Pages = 4;

    private readonly ArchiveIndex index;
    private readonly List<string> common = [], usual = [], rare = [];
    private readonly List<string> pairs = [];
    private readonly List<string> speakers = [];
    private readonly long records;

    public QueryTypes(ArchiveIndex index)
    {
        this.index = index;
        records = Find(new SearchRequest()).Total;
        for (var page = 1; page <= Pages; page++)
            Gather(Find(new SearchRequest { Size = Titles, Page = page }).Hits.SelectMany(hit => hit.Snippets.Select(snippet => snippet.Text.ToString())).ToList());

        // A transcript begins with a report: its speakers show where words are looked for.
        speakers.AddRange(usual.SelectMany(word => Find(new SearchRequest { Query = word }).Hits).SelectMany(hit => hit.Snippets.Select(snippet => snippet.Speaker)).OfType<string>().Select(label => label.Split(' ')[^1]).Distinct().Take(Variants));
    }

    /// <summary>The types with their requests.</summary>
    public IEnumerable<(string Name, IReadOnlyList<SearchRequest> Requests)> All =>
    [
        ("one common word", Of(at => At(common, at))),
        ("one rare word", Of(at => At(rare, at))),
        ("two words (AND)", Of(at => $"{At(common, at)} {At(usual, at)}")),
        ("four words (OR)", Of(at => $"{At(usual, at)} OR {At(usual, at + 1)} OR {At(common, at)} OR {At(rare, at)}")),
        ("four words, any of them", [.. Of(at => $"{At(usual, at)} {At(usual, at + 1)} {At(common, at)} {At(rare, at)}").Select(request => request with { Match = WordMatch.Any })]),
        ("phrase", Of(at => $"\"{At(pairs, at)}\"")),
        ("near", Of(at => $"\"{At(common, at)} {At(usual, at)}\"~5")),
        ("beginning", Of(at => $"{At(usual, at)[..Math.Min(4, At(usual, at).Length)]}*")),
        ("typing error", Of(at => $"{At(usual, at)}~")),
        ("speaker", Of(at => $"speaker:{At(speakers, at)} {At(common, at)}")),
        ("with a span of dates", [.. Of(at => At(common, at)).Select((request, at) => request with { From = PartialDate.Year(2001 + at), To = PartialDate.Year(2004 + at) })]),
        ("everything, all facets", [new SearchRequest(), new SearchRequest { Sort = SortOrder.Oldest }]),
        ("20 snippets of common words", Of(at => $"{At(common, at)} {At(common, at + 1)}")),
    ];

    private static string At(List<string> words, int at) => words[at % words.Count];

    private static IReadOnlyList<SearchRequest> Of(Func<int, string> query) => [.. Enumerable.Range(0, Variants).Select(at => new SearchRequest { Query = query(at) })];

    private void Gather(List<string> texts)
    {
        foreach (var text in texts)
        {
            var words = text.Split([' ', ',', '.', '…'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).ToList();
            if (words.Count > 2 && pairs.Count < Variants)
                pairs.Add($"{words[0]} {words[1]}");
            foreach (var word in words.Take(4).Where(word => common.Count < Variants || usual.Count < Variants || rare.Count < Variants))
                Sort(word);
        }
    }

    private void Sort(string word)
    {
        var share = (double)Find(new SearchRequest { Query = word, Size = 1, Rescues = false }).Total / records;
        var kind = share switch
        {
            > 0.1 and < 0.5 => common,
            > 0.005 and < 0.05 => usual,
            > 0 and < 0.0005 => rare,
            _ => null,
        };
        if (kind?.Count < Variants && !kind.Contains(word))
            kind.Add(word);
    }

    private SearchAnswer Find(SearchRequest request) => index.Search(request, CancellationToken.None);
}
