namespace KremlinArchive.Search.Comparing;

/// <summary>Finds, where some passages stand in the place of others, which of them is which, edited; their order is kept.</summary>
internal static class PassagePairing
{
    // Half of the words in common: what is less alike reads as another passage.
    private const double LeastLikeness = 0.5;
    private const int MostCompared = 40_000;

    /// <summary>Pairs of places, in order.</summary>
    public static IReadOnlyList<(int Before, int After)> Pair(IReadOnlyList<PassageWords> before, IReadOnlyList<PassageWords> after)
    {
        if (before.Count == 0 || after.Count == 0)
            return [];
        return (long)before.Count * after.Count > MostCompared ? ByPlace(before, after) : ByLikeness(before, after);
    }

    private static IReadOnlyList<(int Before, int After)> ByPlace(IReadOnlyList<PassageWords> before, IReadOnlyList<PassageWords> after) =>
        [.. Enumerable.Range(0, Math.Min(before.Count, after.Count)).Where(at => before[at].Likeness(after[at]) >= LeastLikeness).Select(at => (at, at))];

    // The pairs that have the most in common, all together, of all that keep the order.
    private static IReadOnlyList<(int Before, int After)> ByLikeness(IReadOnlyList<PassageWords> before, IReadOnlyList<PassageWords> after)
    {
        var worth = new double[before.Count + 1, after.Count + 1];
        var likeness = new double[before.Count, after.Count];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                var alike = before[i].Likeness(after[j]);
                likeness[i, j] = alike >= LeastLikeness ? alike : 0;
                var paired = likeness[i, j] > 0 ? likeness[i, j] + worth[i + 1, j + 1] : 0;
                worth[i, j] = Math.Max(paired, Math.Max(worth[i + 1, j], worth[i, j + 1]));
            }
        }

        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < before.Count && j < after.Count;)
        {
            if (likeness[i, j] > 0 && worth[i, j] == likeness[i, j] + worth[i + 1, j + 1])
                pairs.Add((i++, j++));
            else if (worth[i, j] == worth[i + 1, j])
                i++;
            else
                j++;
        }

        return pairs;
    }
}
