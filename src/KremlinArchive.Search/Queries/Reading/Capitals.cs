namespace KremlinArchive.Search.Queries.Reading;

/// <summary>Operators are words in capitals; in a query that is in capitals altogether they are words like the others.</summary>
internal static class Capitals
{
    private static readonly HashSet<string> Operators = new(["OR", "ИЛИ", "NOT", "НЕ", "AND", "И"], StringComparer.Ordinal);

    /// <summary>True for a word that is an operator where capitals are not the rule.</summary>
    public static bool IsOperator(string word) => Operators.Contains(word);

    /// <summary>True if a query has other words than operators and all of them are in capitals.</summary>
    public static bool AreAll(string query)
    {
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !Operators.Contains(word) && word.Any(char.IsLetter)).ToList();
        return words.Count > 0 && !words.Exists(word => word.Any(char.IsLower));
    }
}
