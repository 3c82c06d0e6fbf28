using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Results;

/// <summary>
/// The values of a facet in a segment as plain arrays: the values of document d are <c>Ordinals[Starts[d]..Starts[d + 1]]</c>. Counting a
/// result touches numbers only.
/// </summary>
internal sealed class FacetColumn
{
    private FacetColumn(int[] starts, int[] ordinals, string[] keys)
    {
        Starts = starts;
        Ordinals = ordinals;
        Keys = keys;
    }

    public int[] Starts { get; }

    public int[] Ordinals { get; }

    /// <summary>The keys by their ordinals.</summary>
    public string[] Keys { get; }

    public static FacetColumn Read(AtomicReader segment, string field)
    {
        var starts = new int[segment.MaxDoc + 1];
        if (segment.GetSortedSetDocValues(field) is not { } column)
            return new FacetColumn(starts, [], []);
        var ordinals = new List<int>(segment.MaxDoc);
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            column.SetDocument(doc);
            for (var ordinal = column.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = column.NextOrd())
                ordinals.Add((int)ordinal);
            starts[doc + 1] = ordinals.Count;
        }

        return new FacetColumn(starts, [.. ordinals], ReadKeys(column));
    }

    /// <summary>The ordinals of a document's values.</summary>
    public ReadOnlySpan<int> Of(int doc) => Ordinals.AsSpan(Starts[doc]..Starts[doc + 1]);

    /// <summary>True if a document has a value whose number, by its ordinal, is one of those meant.</summary>
    /// <param name="numbers">The catalog's numbers, by ordinal.</param>
    /// <param name="meant">By the catalog's numbers.</param>
    public bool HasAny(int doc, int[] numbers, bool[] meant)
    {
        foreach (var ordinal in Of(doc))
        {
            if (meant[numbers[ordinal]])
                return true;
        }

        return false;
    }

    /// <summary>The same values under other keys; several of them may get one key, as long as no document has two of these.</summary>
    public FacetColumn Mapped(Func<string, string> key) => new(Starts, Ordinals, Array.ConvertAll(Keys, each => key(each)));

    /// <summary>How many documents have each value.</summary>
    public int[] CountAll()
    {
        var counts = new int[Keys.Length];
        foreach (var ordinal in Ordinals)
            counts[ordinal]++;
        return counts;
    }

    private static string[] ReadKeys(SortedSetDocValues column)
    {
        var keys = new string[column.ValueCount];
        var bytes = new BytesRef();
        for (var ordinal = 0; ordinal < keys.Length; ordinal++)
        {
            column.LookupOrd(ordinal, bytes);
            keys[ordinal] = bytes.Utf8ToString();
        }

        return keys;
    }
}
