using System.Globalization;

namespace KremlinArchive.Search.Analysis;

/// <summary>What a character is to a word: a letter of one of two scripts, a joint, or no part of the spelling at all.</summary>
internal static class Characters
{
    /// <summary>True for marks that are no part of how a word is spelled: soft hyphens, zero-width and direction marks, stress marks.</summary>
    public static bool IsInvisible(char c) => c switch
    {
        < '\u0300' => c == '\u00AD',
        >= '\u0400' and <= '\u0481' => false,
        _ => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format,
    };

    /// <summary>True for invisible marks that stand on no letter, so that the end of a word is before them.</summary>
    public static bool IsWidthless(char c) => c == '\u00AD' || (c >= '\u0300' && char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    /// <summary>True for a letter of one of the two alphabets as nearly all are: without a mark, and no ё.</summary>
    public static bool IsPlainLetter(char c) => c is (>= 'а' and <= 'я') or (>= 'А' and <= 'Я') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    /// <summary>True for what people type between the parts of a compound: a hyphen, or one of the dashes in its place.</summary>
    public static bool IsHyphen(char c) => c is '-' or (>= '\u2010' and <= '\u2013') or '\u2212';

    /// <summary>True for what may stand alone between two words that are written as one.</summary>
    public static bool IsJoint(char c) => IsHyphen(c) || IsApostrophe(c) || c is '\u2014' or '.' or '_' or '&';
}
