using System.Text;

namespace KremlinArchive.Store.Asked;

/// <summary>A query as it is counted: lower case, plain white space, at most 200 characters. Two that differ in nothing else are one.</summary>
public static class AskedQuery
{
    public const int Longest = 200;

    /// <summary>The query in this form; null if nothing is left of it.</summary>
    public static string? Of(string typed)
    {
        // Halves of letters are no text: two that differ in these alone would be one row and two counts.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed.Length <= 4 * Longest ? typed : typed[..(4 * Longest)])).Normalize();
        var words = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var query = string.Join(' ', words);
        if (query.Length > Longest)
            query = query[..(char.IsHighSurrogate(query[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
        return query.Length > 0 ? query : null;
    }
}
