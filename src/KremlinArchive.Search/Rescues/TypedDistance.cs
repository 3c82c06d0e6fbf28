namespace KremlinArchive.Search.Rescues;

/// <summary>How far a word as typed is from a word as meant: the fewest slips of a hand that lead from one to the other, usual slips counting less.</summary>
internal static class TypedDistance
{
    private const double Whole = 1, Missing = 0.9, Swapped = 0.8, Doubled = 0.6, Neighbouring = 0.75, Sounding = 0.6, Silent = 0.6;

    private static readonly string[] Rows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    // Pairs that sound alike where they are not stressed, or at the end of a word.
    private static readonly string[] Alike = ["ао", "еи", "еэ", "яе", "ыи", "бп", "вф", "гк", "дт", "жш", "зс", "щш", "цс", "ие", "ea", "ei", "ie", "ao", "sc", "sz", "ck", "iy", "ou"];

    /// <summary>The sum of the slips, each by how usual it is: between two words of no letter in common, about the length of the longer one.</summary>
    public static double Between(string typed, string meant)
    {
        var costs = new double[typed.Length + 1, meant.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = 0; j <= meant.Length; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                var least = double.MaxValue;
                if (i > 0)
                    least = Math.Min(least, costs[i - 1, j] + Extra(typed, i - 1));
                if (j > 0)
                    least = Math.Min(least, costs[i, j - 1] + (Missing * Extra(meant, j - 1)));
                if (i > 0 && j > 0)
                    least = Math.Min(least, costs[i - 1, j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : Change(typed[i - 1], meant[j - 1])));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    least = Math.Min(least, costs[i - 2, j - 2] + Swapped);
                costs[i, j] = least;
            }
        }

        return costs[typed.Length, meant.Length];
    }

    private static double Change(char one, char other)
    {
        if (Alike.Any(pair => pair.Contains(one, StringComparison.Ordinal) && pair.Contains(other, StringComparison.Ordinal)))
            return Sounding;
        return AreNeighbours(one, other) ? Neighbouring : Whole;
    }

    /// <summary>The cost of a letter that the other word lacks.</summary>
    private static double Extra(string word, int at)
    {
        if (word[at] is 'ь' or 'ъ')
            return Silent;
        return at > 0 && word[at - 1] == word[at] ? Doubled : Whole;
    }

    private static bool AreNeighbours(char one, char other) => Rows.Any(row =>
        row.IndexOf(one, StringComparison.Ordinal) is >= 0 and var a && row.IndexOf(other, StringComparison.Ordinal) is >= 0 and var b && Math.Abs(a - b) == 1);
}
