using System.Text;

namespace KremlinArchive.Store.Moves;

/// <summary>What a stretch of a table lacks of another's. Both are in the order of their key, text by its bytes.</summary>
/// <param name="Surplus">Keys of rows that the other one does not have.</param>
/// <param name="Wanted">Keys of rows that are missing or other ones.</param>
internal sealed record RowComparison(IReadOnlyList<object?[]> Surplus, IReadOnlyList<object?[]> Wanted)
{
    public int Count => Surplus.Count + Wanted.Count;

    /// <param name="keyLength">How many values of a row are its key.</param>
    /// <param name="ours">Rows as they are to be.</param>
    /// <param name="theirs">Rows as they are.</param>
    public static RowComparison Of(int keyLength, IReadOnlyList<object?[]> ours, IReadOnlyList<object?[]> theirs)
    {
        var (surplus, wanted) = (new List<object?[]>(), new List<object?[]>());
        for (int our = 0, their = 0; our < ours.Count || their < theirs.Count;)
        {
            var order = our == ours.Count ? 1 : their == theirs.Count ? -1 : Compare(keyLength, ours[our], theirs[their]);
            if (order > 0)
                surplus.Add(theirs[their][..keyLength]);
            else if (order < 0 || !ours[our].SequenceEqual(theirs[their]))
                wanted.Add(ours[our][..keyLength]);
            our += order <= 0 ? 1 : 0;
            their += order >= 0 ? 1 : 0;
        }

        return new RowComparison(surplus, wanted);
    }

    /// <summary>The order of two keys, or of the rows that begin with them.</summary>
    public static int Compare(int keyLength, object?[] one, object?[] other)
    {
        for (var at = 0; at < keyLength; at++)
        {
            if (Compare(one[at], other[at]) is var order and not 0)
                return order;
        }

        return 0;
    }

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (string a, string b) => a == b ? 0 : Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
        _ => Comparer<object>.Default.Compare(one, other),
    };
}
