using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;

namespace KremlinArchive.Search.Suggestions;

/// <summary>
/// The names of a facet's values in both languages, by every word of them: a sorted list of words in memory. It holds the different
/// names, which are thousands, not the records, which are millions.
/// </summary>
internal sealed class NameList
{
    private readonly FacetCatalog catalog;
    private readonly int[] counts;
    private readonly string[] words;
    private readonly int[] values;

    public NameList(Facet facet, IndexView view)
    {
        Facet = facet;
        catalog = view.Catalogs[(int)facet];
        counts = Count(view);
        var entries = new List<(string Word, int Value)>();
        foreach (var (number, name) in catalog.Names)
        {
            if (counts[number] > 0)
                Read(Spelling.Compose(name), number, entries);
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(a.Word, b.Word) is not 0 and var order ? order : a.Value.CompareTo(b.Value));
        (words, values) = ([.. entries.Select(entry => entry.Word)], [.. entries.Select(entry => entry.Value)]);
    }

    public Facet Facet { get; }

    /// <summary>The values that all the words mean, the most frequent first.</summary>
    public IEnumerable<(string Key, int Count)> Find(IReadOnlyList<TypedWord> typed)
    {
        HashSet<int>? found = null;
        foreach (var word in typed)
        {
            var meant = Find(word);
            if (found is null)
                found = meant;
            else
                found.IntersectWith(meant);
        }

        return (found ?? []).OrderByDescending(value => counts[value]).ThenBy(value => value).Select(value => (catalog.Key(value), counts[value]));
    }

    public string Label(string key, Language language) => catalog.Label(key, language);

    private HashSet<int> Find(TypedWord typed)
    {
        var found = new HashSet<int>();
        if (typed.Beginning is { } beginning)
        {
            for (var at = FirstFrom(beginning); at < words.Length && words[at].StartsWith(beginning, StringComparison.Ordinal); at++)
                found.Add(values[at]);
        }

        foreach (var term in typed.Terms)
        {
            for (var at = FirstFrom(term); at < words.Length && words[at] == term; at++)
                found.Add(values[at]);
        }

        return found;
    }

    /// <summary>The first place whose word is not before this one.</summary>
    private int FirstFrom(string word)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(words[middle], word) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int[] Count(IndexView view)
    {
        var sums = new int[catalog.Count];
        for (var segment = 0; segment < view.Columns.Count; segment++)
        {
            var column = view.Columns[segment].Facets[(int)Facet];
            var live = view.Reader.Leaves[segment].AtomicReader.LiveDocs;
            for (var doc = 0; doc < column.Starts.Length - 1; doc++)
            {
                if (live?.Get(doc) == false)
                    continue;
                for (var i = column.Starts[doc]; i < column.Starts[doc + 1]; i++)
                    sums[catalog.FromSegment[segment][column.Ordinals[i]]]++;
            }
        }

        return sums;
    }

    private static void Read(string name, int value, List<(string Word, int Value)> entries)
    {
        var scanner = new WordScanner(name);
        while (scanner.MoveNext())
        {
            foreach (var term in Lexicon.Of(scanner.Word, isShouted: false).Terms)
                entries.Add((term, value));
        }
    }
}
