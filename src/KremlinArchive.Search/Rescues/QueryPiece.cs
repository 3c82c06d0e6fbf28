using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Reading;

namespace KremlinArchive.Search.Rescues;

/// <summary>
/// A stretch of a query's text: what someone typed as a word, with the punctuation on its keys, or what stands between such words and is kept: spaces,
/// quotation marks, brackets, signs, the names of fields, operators. All pieces in a row are the query.
/// </summary>
/// <param name="IsTyped">True for a word.</param>
internal sealed record QueryPiece(string Text, bool IsTyped)
{
    // Longer queries are pasted texts rather than typed.
    private const int LongestQuery = 500, MostPieces = 100;

    private static readonly string[] Operators = ["OR", "NOT", "AND", "ИЛИ", "НЕ", "И"];

    /// <summary>The pieces of a query; none for one that is too long to be rescued.</summary>
    public static IReadOnlyList<QueryPiece> Of(string query)
    {
        if (query.Length > LongestQuery)
            return [];
        var pieces = new List<QueryPiece>();
        for (var at = 0; at < query.Length;)
        {
            var start = at;
            if (IsBetween(query[at]))
            {
                while (at < query.Length && IsBetween(query[at]))
                    at++;
                pieces.Add(new QueryPiece(query[start..at], IsTyped: false));
                continue;
            }

            while (at < query.Length && !IsBetween(query[at]))
                at++;
            AddChunk(query.AsSpan(start, at - start), pieces);
        }

        return pieces.Count <= MostPieces ? pieces : [];
    }

    /// <summary>The pieces of a query, cut further into the words that a search sees.</summary>
    public static IReadOnlyList<QueryPiece> WordsOf(string query)
    {
        var words = new List<QueryPiece>();
        foreach (var piece in Of(Spelling.Compose(query)))
        {
            if (piece.IsTyped)
                Cut(piece.Text, words);
            else
                words.Add(piece);
        }

        return words;
    }

    private static void Cut(string text, List<QueryPiece> words)
    {
        var at = 0;
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            if (scanner.Start > at)
                words.Add(new QueryPiece(text[at..scanner.Start], IsTyped: false));
            words.Add(new QueryPiece(text[scanner.Start..scanner.End], IsTyped: true));
            at = scanner.End;
        }

        if (at < text.Length)
            words.Add(new QueryPiece(text[at..], IsTyped: false));
    }

    private static void AddChunk(ReadOnlySpan<char> chunk, List<QueryPiece> pieces)
    {
        var before = Leading(chunk);
        var after = Trailing(chunk[before..]);
        var word = chunk[before..^after].ToString();
        Keep(chunk[..before]);
        if (word.Length > 0)
            pieces.Add(new QueryPiece(word, !Operators.Contains(word)));
        Keep(chunk[^after..]);

        void Keep(ReadOnlySpan<char> text)
        {
            if (text.Length > 0)
                pieces.Add(new QueryPiece(text.ToString(), IsTyped: false));
        }
    }

    /// <summary>How many characters stand before the word: signs, and the name of a field with its colon.</summary>
    private static int Leading(ReadOnlySpan<char> chunk)
    {
        var at = 0;
        while (at < chunk.Length && chunk[at] is '-' or '=' or '+')
            at++;
        var letters = at;
        while (letters < chunk.Length && char.IsLetter(chunk[letters]))
            letters++;
        return letters > at && letters < chunk.Length && chunk[letters] == ':' ? letters + 1 : at;
    }

    /// <summary>How many characters stand behind the word: a star, a tilde with its number, sentence marks that are letters on no layout.</summary>
    private static int Trailing(ReadOnlySpan<char> rest)
    {
        var tilde = rest.LastIndexOf('~');
        if (tilde > 0 && rest[(tilde + 1)..].IndexOfAnyExceptInRange('0', '9') < 0)
            return rest.Length - tilde;
        var end = rest.Length;
        while (end > 0 && rest[end - 1] is '*' or '!' or '?')
            end--;
        return rest.Length - end;
    }

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is '(' or ')' || QuoteMark.IsQuote(c);
}
