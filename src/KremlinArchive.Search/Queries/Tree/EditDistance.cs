namespace KremlinArchive.Search.Queries.Tree;

/// <summary>How many typing errors lie between two words: a letter too many, too few, another one, or two neighbours exchanged.</summary>
internal static class EditDistance
{
    /// <summary>True for at most so many errors, no letter touched twice: as Lucene's automata count them.</summary>
    public static bool IsWithin(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
            return false;
        var (before, last, next) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                next[j] = Math.Min(Math.Min(last[j] + 1, next[j - 1] + 1), last[j - 1] + same);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
            }

            (before, last, next) = (last, next, before);
        }

        return last[other.Length] <= most;
    }
}
