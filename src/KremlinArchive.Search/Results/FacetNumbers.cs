namespace KremlinArchive.Search.Results;

/// <summary>
/// The values of all facets of a segment as one run of numbers a document, so that counting a result reads one stretch of memory: those of
/// document d are <c>numbers[starts[d]..starts[d + 1]]</c>, and a facet's numbers begin behind those of the facet before it.
/// </summary>
internal sealed class FacetNumbers
{
    private readonly int[] starts, numbers, firsts;

    private FacetNumbers(int[] starts, int[] numbers, int[] firsts)
    {
        this.starts = starts;
        this.numbers = numbers;
        this.firsts = firsts;
    }

    /// <summary>How many different numbers there are.</summary>
    public int Count => firsts[^1];

    public static FacetNumbers Of(IReadOnlyList<FacetColumn> facets, int documents)
    {
        var firsts = new int[facets.Count + 1];
        for (var facet = 0; facet < facets.Count; facet++)
            firsts[facet + 1] = firsts[facet] + facets[facet].Keys.Length;
        var (starts, numbers, at) = (new int[documents + 1], new int[facets.Sum(facet => facet.Ordinals.Length)], 0);
        for (var doc = 0; doc < documents; doc++)
        {
            for (var facet = 0; facet < facets.Count; facet++)
            {
                foreach (var ordinal in facets[facet].Of(doc))
                    numbers[at++] = firsts[facet] + ordinal;
            }

            starts[doc + 1] = at;
        }

        return new FacetNumbers(starts, numbers, firsts);
    }

    /// <summary>Counts all values of a document.</summary>
    public void Add(int doc, int[] counts)
    {
        foreach (var number in numbers.AsSpan(starts[doc]..starts[doc + 1]))
            counts[number]++;
    }

    /// <summary>What was counted of one facet, by the segment's ordinals.</summary>
    public ReadOnlySpan<int> Of(int facet, int[] counts) => counts.AsSpan(firsts[facet]..firsts[facet + 1]);
}
