using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Places;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>The values of one facet over all segments of a view: one number for each key, and the names that keys go by.</summary>
internal sealed class FacetCatalog
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];
    private readonly Dictionary<(int Number, Language Language), string> names = [];
    private readonly Facet facet;
    private readonly Lazy<IReadOnlyList<NameInWords>> namesInWords;

    public FacetCatalog(Facet facet, IReadOnlyList<SegmentColumns> segments)
    {
        this.facet = facet;
        FromSegment = [.. segments.Select(segment => segment.Facets[(int)facet].Keys.Select(NumberOf).ToArray())];
        ReadNames(segments);
        namesInWords = new Lazy<IReadOnlyList<NameInWords>>(CutNames);
    }

    /// <summary>How many keys there are.</summary>
    public int Count => keys.Count;

    /// <summary>By segment: the number of each of its ordinals.</summary>
    public int[][] FromSegment { get; }

    /// <summary>The names of keys in all languages, by the keys' numbers.</summary>
    public IEnumerable<(int Number, string Name)> Names => names.Select(name => (name.Key.Number, name.Value));

    /// <summary>The names of keys in all languages, cut into words. Made by the first query that asks.</summary>
    public IReadOnlyList<NameInWords> NamesInWords => namesInWords.Value;

    public string Key(int number) => keys[number];

    /// <summary>The number of a key, or of the value that it is another key of; null if no record has it.</summary>
    public int? Find(string key) => numbers.TryGetValue(key, out var number) || numbers.TryGetValue(CanonicalKey.Of(facet, key), out number) ? number : null;

    /// <summary>The name of a key: in the interface language, else in the other, else the key itself.</summary>
    public string Label(string key, Language language)
    {
        if (FixedLabels.Of(facet, key, language) is { } label)
            return label;
        if (Find(key) is not { } number)
            return facet == Facet.Place && Gazetteer.Current.Find(key) is { } place ? place.NameIn(language) : key;
        return names.GetValueOrDefault((number, language)) ?? names.GetValueOrDefault((number, language.Other())) ?? key;
    }

    private int NumberOf(string key)
    {
        if (numbers.TryGetValue(key, out var number))
            return number;
        keys.Add(key);
        return numbers[key] = keys.Count - 1;
    }

    private List<NameInWords> CutNames()
    {
        var printed = names.Select(name => (name.Key.Number, Name: name.Value));
        var fixedLabels = keys.Index().SelectMany(key => Enum.GetValues<Language>().Select(language => (Number: key.Index, Name: FixedLabels.Of(facet, key.Item, language))))
            .Where(label => label.Name is not null);
        return [.. printed.Concat(fixedLabels.Select(label => (label.Number, Name: label.Name!))).Select(name => NameInWords.Cut(name.Number, name.Name))];
    }

    /// <summary>Of several names of a key in a language, the most frequent one.</summary>
    private void ReadNames(IReadOnlyList<SegmentColumns> segments)
    {
        var all = segments.SelectMany(segment => segment.Names[(int)facet])
            .GroupBy(name => (Number: NumberOf(name.Key), name.Language, name.Name), name => name.Count)
            .Select(group => (group.Key, Count: group.Sum()))
            .OrderBy(name => name.Count).ThenByDescending(name => name.Key.Name, StringComparer.Ordinal);
        foreach (var ((number, language, name), _) in all)
            names[(number, language)] = name;
        if (facet == Facet.Place)
            NamePlaces();
    }

    /// <summary>A place that the gazetteer knows has a name in each language, whichever records print it.</summary>
    private void NamePlaces()
    {
        for (var number = 0; number < keys.Count; number++)
        {
            if (Gazetteer.Current.Find(keys[number]) is not { } place)
                continue;
            foreach (var language in Enum.GetValues<Language>())
                names[(number, language)] = place.NameIn(language);
        }
    }
}

/// <summary>A name of a key, cut into words.</summary>
internal sealed record NameInWords(int Number, IReadOnlyList<WordForms> Words)
{
    public static NameInWords Cut(int number, string name)
    {
        var words = new List<WordForms>();
        var scanner = new WordScanner(Spelling.Compose(name));
        while (scanner.MoveNext())
            words.Add(Lexicon.Of(scanner.Word, isShouted: false));
        return new NameInWords(number, words);
    }
}
