namespace KremlinArchive.Search.Rescues;

/// <summary>A piece of a query and what may stand in its place, the best first; nothing where it stays.</summary>
internal sealed record WordChoices(string Text, IReadOnlyList<string> Others)
{
    /// <summary>The queries that pieces make: each with its best choice, then the others one at a time, at most so many.</summary>
    public static IReadOnlyList<string> Combine(IReadOnlyList<WordChoices> pieces, int most)
    {
        if (pieces.All(piece => piece.Others.Count == 0))
            return [];
        var best = string.Concat(pieces.Select(piece => piece.At(0)));
        var others = Enumerable.Range(1, most - 1)
            .SelectMany(choice => pieces.Where(piece => piece.Others.Count > choice).Select(changed => string.Concat(pieces.Select(piece => piece.At(ReferenceEquals(piece, changed) ? choice : 0)))));
        var typed = string.Concat(pieces.Select(piece => piece.Text));
        return [.. others.Prepend(best).Distinct().Where(query => query != typed).Take(most)];
    }

    /// <summary>A word in small letters, with the capitals of another one.</summary>
    public static string Capitalize(string word, string like)
    {
        if (like.Length > 1 && !like.Any(char.IsLower) && like.Any(char.IsUpper))
            return word.ToUpperInvariant();
        return char.IsUpper(like[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    private string At(int choice) => Others.Count == 0 ? Text : Others[choice];
}
