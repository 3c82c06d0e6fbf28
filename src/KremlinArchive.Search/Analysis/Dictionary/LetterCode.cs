namespace KremlinArchive.Search.Analysis.Dictionary;

/// <summary>One byte a letter: а to я (ё folded into е) and the hyphen. What has any other character is no word of the dictionary.</summary>
internal static class LetterCode
{
    private const byte Hyphen = 33;

    /// <summary>Writes a word's letters.</summary>
    /// <returns>How many bytes were written; 0 for what cannot be a word of the dictionary.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<byte> bytes)
    {
        if (word.Length > bytes.Length)
            return 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c is >= 'а' and <= 'я')
                bytes[i] = (byte)(c - 'а' + 1);
            else if (c == '-')
                bytes[i] = Hyphen;
            else
                return 0;
        }

        return word.Length;
    }
}
