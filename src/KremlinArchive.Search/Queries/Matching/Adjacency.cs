using KremlinArchive.Search.Snippets;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Whether words stand together, from their positions alone: one rule for finding, counting and marking.</summary>
internal static class Adjacency
{
    /// <summary>How often the words stand together.</summary>
    /// <param name="words">The positions of each word, in order.</param>
    /// <param name="reach">0 for side by side in this order; else how many other words may stand between them, in any order.</param>
    public static int Count(ReadOnlySpan<ArraySegment<int>> words, int reach)
    {
        if (words.Length == 1)
            return words[0].Count;
        return reach > 0 ? Near(words, reach, null) : Follow(words, null);
    }

    /// <summary>What to mark: words side by side as one, words near each other each for itself.</summary>
    public static List<TextSpan> Spans(ReadOnlySpan<ArraySegment<int>> words, int reach)
    {
        var spans = new List<TextSpan>();
        if (words.Length > 1 && reach > 0)
            Near(words, reach, spans);
        else
            Follow(words, spans);
        return TextSpan.Merge(spans);
    }

    /// <summary>Walks through all words at once, each no further than where it would follow.</summary>
    private static int Follow(ReadOnlySpan<ArraySegment<int>> words, List<TextSpan>? spans)
    {
        Span<int> at = stackalloc int[words.Length];
        var count = 0;
        foreach (var first in words[0])
        {
            var i = 1;
            for (; i < words.Length; i++)
            {
                var positions = words[i].AsSpan();
                while (at[i] < positions.Length && positions[at[i]] < first + i)
                    at[i]++;
                if (at[i] == positions.Length)
                    return count;
                if (positions[at[i]] != first + i)
                    break;
            }

            if (i < words.Length)
                continue;
            count++;
            spans?.Add(new TextSpan(first, first + words.Length));
        }

        return count;
    }

    /// <summary>Walks through the smallest windows that hold every word.</summary>
    private static int Near(ReadOnlySpan<ArraySegment<int>> words, int reach, List<TextSpan>? spans)
    {
        var (at, count) = (new int[words.Length], 0);
        while (true)
        {
            var (lowest, first, last) = (-1, int.MaxValue, -1);
            for (var i = 0; i < at.Length; i++)
            {
                if (at[i] == words[i].Count)
                    return count;
                var position = words[i][at[i]];
                if (position < first)
                    (lowest, first) = (i, position);
                last = Math.Max(last, position);
            }

            if (last - first < words.Length + reach && AreDifferent(words, at))
            {
                count++;
                for (var i = 0; spans is not null && i < at.Length; i++)
                    spans.Add(new TextSpan(words[i][at[i]], words[i][at[i]] + 1));
            }

            at[lowest]++;
        }
    }

    // "a a"~5 asks for two of them.
    private static bool AreDifferent(ReadOnlySpan<ArraySegment<int>> words, int[] at)
    {
        for (var i = 1; i < at.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (words[i][at[i]] == words[j][at[j]])
                    return false;
            }
        }

        return true;
    }
}
