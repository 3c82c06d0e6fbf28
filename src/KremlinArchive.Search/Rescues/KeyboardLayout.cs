using System.Collections.Frozen;
using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Rescues;

/// <summary>
/// Reads what was typed in the other keyboard layout: ghtpbltyn is президент, зкуышвуте is president. Some keys are punctuation in one layout and letters in
/// the other, so that k.,jdm is любовь: a reading counts only if it consists of known words, and a known word is left as it is.
/// </summary>
internal static class KeyboardLayout
{
    private const string Latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private const string Cyrillic = "ёйцукенгшщзхъфывапролджэячсмитьбю";
    private const string LatinCapitals = "QWERTYUIOP{}ASDFGHJKL:ZXCVBNM<>";
    private const string CyrillicCapitals = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЯЧСМИТЬБЮ";

    // A word of so few letters is known by accident: d is an initial in some text.
    private const int Short = 2;

    private static readonly FrozenDictionary<char, char> ToCyrillic = Keys(Latin + LatinCapitals, Cyrillic + CyrillicCapitals);

    // What is a Russian letter and an English mark: Б and Ю in capitals are < and >, which nobody means.
    private static readonly FrozenDictionary<char, char> ToLatin = Keys(Cyrillic + CyrillicCapitals, Latin + LatinCapitals);

    /// <summary>The query with its words in the other layout, the likeliest reading first; none where it makes no known word.</summary>
    /// <param name="query">The query as typed.</param>
    /// <param name="isKnown">Whether a folded word is one, or is found by a search.</param>
    public static IReadOnlyList<string> Read(string query, Func<string, bool> isKnown) =>
        [.. Read(query, isKnown, ToCyrillic, IsLatin), .. Read(query, isKnown, ToLatin, Characters.IsCyrillic)];

    /// <summary>
    /// The query in the other layout where none of its words is one in either layout: for who also mistyped there. Null where a word is one, or a query has both scripts.
    /// </summary>
    public static string? Turn(string query, Func<string, bool> isKnown)
    {
        var isLatin = query.Any(IsLatin);
        if (isLatin == query.Any(Characters.IsCyrillic))
            return null;
        var read = isLatin ? Pieces(query, isKnown, ToCyrillic, IsLatin) : Pieces(query, isKnown, ToLatin, Characters.IsCyrillic);
        return read.All(piece => piece.Reading is Reading.Kept or Reading.Unknown) && read.Any(piece => piece.Other != piece.Text) ? string.Concat(read.Select(piece => piece.Other)) : null;
    }

    private static IEnumerable<string> Read(string query, Func<string, bool> isKnown, FrozenDictionary<char, char> keys, Func<char, bool> isOfLayout)
    {
        var read = Pieces(query, isKnown, keys, isOfLayout);
        if (!read.Any(piece => piece.Reading == Reading.Meant))
            return [];

        // Where no word is one in its own layout alone, those that are words in both were typed in the wrong one, too.
        var isWhole = read.All(piece => piece.Reading != Reading.Known || piece.Text.Length <= Short || piece.Other != piece.Text);
        var all = string.Concat(read.Select(piece => piece.Reading is Reading.Kept || (piece.Reading is Reading.Known && !isWhole) ? piece.Text : piece.Other));
        var some = string.Concat(read.Select(piece => piece.Reading is Reading.Meant ? piece.Other : piece.Text));
        return new[] { all, some }.Distinct().Where(reading => reading != query);
    }

    private static TypedPiece[] Pieces(string query, Func<string, bool> isKnown, FrozenDictionary<char, char> keys, Func<char, bool> isOfLayout) =>
        [.. QueryPiece.Of(query).Select(piece => piece.IsTyped ? TypedPiece.Read(piece.Text, isKnown, keys, isOfLayout) : new TypedPiece(piece.Text, piece.Text, Reading.Kept))];

    private static bool IsLatin(char c) => char.IsAsciiLetter(c);

    private static FrozenDictionary<char, char> Keys(string from, string to) => from.Zip(to).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>What a word is taken for.</summary>
    private enum Reading
    {
        /// <summary>It is none of the layout's words.</summary>
        Kept,

        /// <summary>It is a word as it stands, and perhaps in the other layout, too: else that reading is the word itself.</summary>
        Known,

        /// <summary>It is a word in neither layout.</summary>
        Unknown,

        /// <summary>It is a word in the other layout alone.</summary>
        Meant,
    }

    /// <param name="Text">As typed.</param>
    /// <param name="Other">The same keys in the other layout.</param>
    private sealed record TypedPiece(string Text, string Other, Reading Reading)
    {
        // So many marks at either end may be marks.
        private const int MostMarks = 3;

        public static TypedPiece Read(string text, Func<string, bool> isKnown, FrozenDictionary<char, char> keys, Func<char, bool> isOfLayout)
        {
            if (!text.Any(isOfLayout) || text.Any(c => char.IsDigit(c) || (char.IsLetter(c) && !isOfLayout(c))))
                return new TypedPiece(text, text, Reading.Kept);
            var other = Readings(text, keys).FirstOrDefault(reading => AreKnown(reading, isKnown));
            var isWord = AreKnown(text, isKnown);
            if (isWord)
                return new TypedPiece(text, other ?? text, Reading.Known);
            return other is null ? new TypedPiece(text, Turn(text, keys), Reading.Unknown) : new TypedPiece(text, other, Reading.Meant);
        }

        /// <summary>The keys in the other layout: all of them; then with the marks at the ends kept as marks; then with every mark kept.</summary>
        private static IEnumerable<string> Readings(string text, FrozenDictionary<char, char> keys)
        {
            yield return Turn(text, keys);
            for (var marks = 1; marks <= MostMarks && marks < text.Length && !char.IsLetterOrDigit(text[^marks]); marks++)
                yield return Turn(text[..^marks], keys) + text[^marks..];
            for (var marks = 1; marks <= MostMarks && marks < text.Length && !char.IsLetterOrDigit(text[marks - 1]); marks++)
                yield return text[..marks] + Turn(text[marks..], keys);
            yield return string.Concat(text.Select(c => char.IsLetter(c) ? keys.GetValueOrDefault(c, c) : c));
        }

        private static string Turn(string text, FrozenDictionary<char, char> keys) => string.Concat(text.Select(c => keys.GetValueOrDefault(c, c)));

        private static bool AreKnown(string text, Func<string, bool> isKnown)
        {
            var count = 0;
            var scanner = new WordScanner(Spelling.Compose(text));
            while (scanner.MoveNext())
            {
                var word = Spelling.Fold(scanner.Word);
                if (word.All(char.IsDigit))
                    continue;
                if (!isKnown(word))
                    return false;
                count++;
            }

            return count > 0;
        }
    }
}
