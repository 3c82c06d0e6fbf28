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
    /// True if only a hyphen, a full stop or the like stands between the word before and this one: <c>Нью-Йорк</c>, <c>С.В.Лавров</c>,
    /// <c>123-ФЗ</c>. Each part is a word; a query that joins them asks for them side by side.
    /// </summary>
    public bool IsJoined { get; private set; }

    /// <summary>The word as it stands in the text.</summary>
    public readonly ReadOnlySpan<char> Word => text[Start..End];

    public bool MoveNext()
    {
        var before = End;
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        if (at == text.Length)
            return false;
        Start = at++;
        while (at < text.Length && Continues())
            at++;
        End = at;
        IsJoined = before > 0 && Start == before + 1 && IsJoint(text[before]);
        if (IsPossessive())
            at += 2;
        return true;
    }

    /// <summary>True for marks that are no part of how a word is spelled: soft hyphens, zero-width marks, stress marks.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or >= '\u0300' and <= '\u036F' or >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF';

    private readonly bool Continues()
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || IsInvisible(c))
            return true;
        if (at + 1 == text.Length)
            return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        if (c is '.' or ',')
            return char.IsAsciiDigit(before) && char.IsAsciiDigit(after);

        // don't, but not d'Ivoire and not Russia's
        return IsApostrophe(c) && IsLatin(before) && IsLatin(after) && at - Start > 1 && !IsPossessive();
    }

    private readonly bool IsPossessive() =>
        at > 0 && at + 1 < text.Length && IsApostrophe(text[at]) && text[at + 1] is 's' or 'S' && IsLatin(text[at - 1])
        && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsJoint(char c) => c is '-' or '\u2010' or '\u2011' or '.' or '_' or '&' || IsApostrophe(c);

    private static bool IsLatin(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '\u00C0' and <= '\u024F';
}
