using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Suggestions;

/// <summary>Numbered names by every word of them, in every form: a sorted list in memory.</summary>
internal sealed class WordList
{
    private readonly string[] words;
    private readonly int[] values;

    /// <param name="names">A number for each name; one number may have several.</param>
    public WordList(IEnumerable<(int Number, string Name)> names)
    {
        var entries = new List<(string Word, int Value)>();
        foreach (var (number, name) in names)
            Read(Spelling.Compose(name), number, entries);
        entries.Sort(static (a, b) => string.CompareOrdinal(a.Word, b.Word) is not 0 and var order ? order : a.Value.CompareTo(b.Value));
        (words, values) = ([.. entries.Select(entry => entry.Word)], [.. entries.Select(entry => entry.Value)]);
    }

    /// <summary>The numbers of the names that all the words mean.</summary>
    public HashSet<int> Find(IReadOnlyList<TypedWord> typed)
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

        return found ?? [];
    }

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
