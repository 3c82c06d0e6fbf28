using static KremlinArchive.Search.Analysis.Characters;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Cuts a text into words, from left to right. Texts and queries are cut by it and by nothing else, so that the n-th word
/// of a passage is the same word when it is indexed, marked and counted. The text must be in NFC.
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Where the word begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the word ends; a possessive <c>'s</c> is not part of it.</summary>
    public int End { get; private set; }

    /// <summary>
    /// True if at most a hyphen, a full stop or the like stands between the word before and this one: <c>Нью-Йорк</c>, <c>С.В.Лавров</c>,
    /// <c>123-ФЗ</c>. Each part is a word, and so are letters and digits that touch: <c>G20</c> is <c>G-20</c>. A query that joins them asks for them side by side.
    /// </summary>
    public bool IsJoined { get; private set; }

    /// <summary>The word as it stands in the text.</summary>
    public readonly ReadOnlySpan<char> Word => text[Start..End];

    public bool MoveNext()
    {
        var before = End;
        do
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at]))
                at++;
            if (at == text.Length)
                return false;
            ReadWord();
        }
        while (IsNumberSign());
        IsJoined = before > 0 && Joins(text[before..Start]);
        if (IsPossessive(End))
            at = End + 2;
        return true;
    }

    private void ReadWord()
    {
        Start = at++;
        while (at < text.Length && ((IsPlainLetter(text[at]) && IsPlainLetter(text[at - 1])) || Continues()))
            at++;
        End = at;
        while (IsWidthless(text[End - 1]))
            End--;
    }

    private readonly bool Continues()
    {
        var c = text[at];
        if (IsInvisible(c))
            return true;
        var before = Visible();
        if (char.IsLetterOrDigit(c))
            return char.IsDigit(c) == (char.IsDigit(before) || before is '.' or ',');
        if (at + 1 == text.Length)
            return false;
        var after = text[at + 1];
        if (c is '.' or ',')
            return char.IsAsciiDigit(before) && char.IsAsciiDigit(after);

        // don't, but not d'Ivoire and not Russia's
        return IsApostrophe(c) && IsLatin(before) && IsLatin(after) && at - Start > 1 && !IsPossessive(at);
    }

    /// <summary>The last character of the word so far that is part of its spelling.</summary>
    private readonly char Visible()
    {
        var last = at - 1;
        while (last > Start && IsInvisible(text[last]))
            last--;
        return text[last];
    }

    private readonly bool IsPossessive(int end) =>
        end > 0 && end + 1 < text.Length && IsApostrophe(text[end]) && text[end + 1] is 's' or 'S' && IsLatin(text[end - 1])
        && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]));

    /// <summary>True for the letters of <c>N 123</c> and <c>No. 123</c>, which are as little a word as the sign № is.</summary>
    private readonly bool IsNumberSign()
    {
        var hasStop = at < text.Length && text[at] == '.';
        if (!(Word is "N" || (hasStop && Word is "No" or "no" or "Nos" or "nos")))
            return false;
        var next = hasStop ? at + 1 : at;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next > at && next < text.Length && char.IsAsciiDigit(text[next]);
    }

    private static bool Joins(ReadOnlySpan<char> gap)
    {
        var joints = 0;
        foreach (var c in gap)
        {
            if (!IsInvisible(c) && !(IsJoint(c) && joints++ == 0))
                return false;
        }

        return true;
    }
}
