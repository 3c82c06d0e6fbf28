using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Suggestions;

/// <summary>
/// Gathers the phrases that recur in titles: two to four words with nothing but spaces between, neither the first nor the last of them a
/// word that only joins others. What it keeps while it gathers is bounded by the titles that it is given.
/// </summary>
internal sealed class TitlePhrases
{
    private const int LeastWords = 2, MostWords = 4, MostWordsOfTitle = 30, LeastTitles = 3, LeastLetters = 3, MostPhrases = 3_000;

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal)
    {
        "без", "для", "его", "или", "как", "над", "она", "они", "под", "при", "про", "что", "это", "после", "перед", "через", "между", "также", "всех",
        "and", "are", "between", "but", "for", "from", "his", "into", "its", "not", "over", "that", "the", "their", "through", "was", "will", "with",
    };

    private readonly Dictionary<string, Tally> tallies = new(StringComparer.Ordinal);

    public void Add(string title)
    {
        var (folded, starts, ends) = Words(title);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var first = 0; first < folded.Count; first++)
        {
            for (var last = first; last < Math.Min(folded.Count, first + MostWords) && Continues(title, starts, ends, first, last); last++)
            {
                if (last - first + 1 < LeastWords || !IsEdge(folded[first]) || !IsEdge(folded[last]))
                    continue;
                var key = string.Join(' ', folded.Skip(first).Take(last - first + 1));
                if (!seen.Add(key))
                    continue;
                if (tallies.TryGetValue(key, out var tally))
                    tally.Titles++;
                else
                    tallies[key] = new Tally(title[starts[first]..ends[last]]);
            }
        }
    }

    /// <summary>The phrases of at least three titles, the most frequent first, each as it was first seen. One that is only seen within a longer one is left out.</summary>
    public IReadOnlyList<string> Frequent()
    {
        var frequent = tallies.Where(pair => pair.Value.Titles >= LeastTitles).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, tally) in frequent.ToList())
        {
            foreach (var part in (string[])[key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..], key[..key.LastIndexOf(' ')]])
            {
                if (frequent.TryGetValue(part, out var inner) && inner.Titles == tally.Titles)
                    frequent.Remove(part);
            }
        }

        return [.. frequent.OrderByDescending(pair => pair.Value.Titles).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostPhrases).Select(pair => pair.Value.Text)];
    }

    private static (List<string> Folded, List<int> Starts, List<int> Ends) Words(string title)
    {
        var (folded, starts, ends) = (new List<string>(), new List<int>(), new List<int>());
        var scanner = new WordScanner(title);
        while (folded.Count < MostWordsOfTitle && scanner.MoveNext())
        {
            folded.Add(Spelling.Fold(scanner.Word));
            starts.Add(scanner.Start);
            ends.Add(scanner.End);
        }

        return (folded, starts, ends);
    }

    private static bool Continues(string title, List<int> starts, List<int> ends, int first, int at) =>
        at == first || (starts[at] == ends[at - 1] + 1 && title[ends[at - 1]] == ' ');

    private static bool IsEdge(string word) => word.Length >= LeastLetters && !char.IsDigit(word[0]) && !Joining.Contains(word);

    private sealed class Tally(string text)
    {
        public string Text { get; } = text;

        public int Titles { get; set; } = 1;
    }
}
