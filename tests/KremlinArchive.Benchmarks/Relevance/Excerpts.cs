namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>The places of a text where words of a query stand, for a judge to read. It knows beginnings of words and no system's analysis.</summary>
internal sealed class Excerpts
{
    private const int Around = 55;

    private readonly List<string> beginnings;

    public Excerpts(string query) =>
        beginnings = [.. query.Split([' ', '-', '«', '»', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).Select(Beginning)];

    /// <summary>The passages with most of the query's words, the best first, cut round the first of them.</summary>
    public IEnumerable<string> Of(IEnumerable<string> passages, int most) => passages
        .Select(text => (Text: text, Places: beginnings.ConvertAll(word => Place(text, word)).FindAll(place => place >= 0)))
        .Where(pair => pair.Places.Count > 0)
        .OrderByDescending(pair => pair.Places.Count)
        .Take(most)
        .Select(pair => Cut(pair.Text, pair.Places.Min(), pair.Places.Max()));

    /// <summary>How many passages have all of the words, and how many have one.</summary>
    public (int All, int Any) Count(IReadOnlyCollection<string> passages) =>
        (passages.Count(text => beginnings.TrueForAll(word => Place(text, word) >= 0)), passages.Count(text => beginnings.Exists(word => Place(text, word) >= 0)));

    private static string Beginning(string word) => word.Length <= 4 ? word : word[..Math.Max(4, word.Length - 2)];

    private static int Place(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return at;
        }

        return -1;
    }

    private static string Cut(string text, int first, int last)
    {
        var start = Math.Max(0, first - Around);
        var end = Math.Min(text.Length, last - first > 2 * Around ? first + Around : last + Around);
        return text[start..Math.Min(end, start + (4 * Around))];
    }
}
