using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>Turns counts into the values that an answer lists.</summary>
internal static class FacetAnswers
{
    private const int MostValues = 50;

    public static Dictionary<Facet, IReadOnlyList<FacetValue>> Of(IndexView view, SearchRequest request, int[][] counts) =>
        FacetNames.All.ToDictionary(facet => facet, facet => Of(facet, view.Catalogs[(int)facet], request, counts[(int)facet]));

    /// <summary>The names of the values that a request asks for or rules out.</summary>
    public static Dictionary<FacetConstraint, string> Labels(IndexView view, SearchRequest request) => request.Constraints.Distinct()
        .ToDictionary(constraint => constraint, constraint => view.Catalogs[(int)constraint.Facet].Label(constraint.Value, request.Interface));

    /// <summary>How many values the lists leave out, by facet; no entry where they leave out none.</summary>
    public static Dictionary<Facet, int> Unlisted(int[][] counts, IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> listed) =>
        FacetNames.All
            .Select(facet => (Facet: facet, Left: Counted(counts[(int)facet]).Count() - listed[facet].Count(value => value.Count > 0)))
            .Where(pair => pair.Left > 0)
            .ToDictionary(pair => pair.Facet, pair => pair.Left);

    private static IReadOnlyList<FacetValue> Of(Facet facet, FacetCatalog catalog, SearchRequest request, int[] counts)
    {
        var values = facet == Facet.Year ? Counted(counts) : Largest(counts);
        var listed = values.Select(number => Value(catalog.Key(number), counts[number])).ToList();
        foreach (var constraint in request.Constraints.Where(constraint => constraint.Facet == facet && !constraint.IsExclusion))
        {
            if (!listed.Exists(value => value.Value == constraint.Value))
                listed.Add(Value(constraint.Value, catalog.Find(constraint.Value) is { } number ? counts[number] : 0));
        }

        if (facet == Facet.Year)
            listed.Sort((a, b) => string.CompareOrdinal(a.Value, b.Value));
        return listed;

        FacetValue Value(string key, int count) => new(key, catalog.Label(key, request.Interface), count);
    }

    private static IEnumerable<int> Counted(int[] counts) => Enumerable.Range(0, counts.Length).Where(number => counts[number] > 0);

    /// <summary>The numbers of the most frequent keys, the largest count first, without sorting all of them.</summary>
    private static List<int> Largest(int[] counts)
    {
        var largest = new PriorityQueue<int, (int Count, int Reverse)>(MostValues + 1);
        for (var number = 0; number < counts.Length; number++)
        {
            if (counts[number] == 0)
                continue;
            largest.Enqueue(number, (counts[number], -number));
            if (largest.Count > MostValues)
                largest.Dequeue();
        }

        var numbers = new List<int>(largest.Count);
        while (largest.TryDequeue(out var number, out _))
            numbers.Add(number);
        numbers.Reverse();
        return numbers;
    }
}
