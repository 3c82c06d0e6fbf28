using KremlinArchive.Records;
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
    private readonly WordList words;

    public NameList(Facet facet, IndexView view)
    {
        Facet = facet;
        catalog = view.Catalogs[(int)facet];
        counts = Count(view);
        words = new WordList(catalog.Names.Where(name => counts[name.Number] > 0));
    }

    public Facet Facet { get; }

    /// <summary>The values that all the words mean, the most frequent first.</summary>
    public IEnumerable<(string Key, int Count)> Find(IReadOnlyList<TypedWord> typed) =>
        words.Find(typed).OrderByDescending(value => counts[value]).ThenBy(value => value).Select(value => (catalog.Key(value), counts[value]));

    public string Label(string key, Language language) => catalog.Label(key, language);

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
}
