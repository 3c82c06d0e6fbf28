namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The forms of words. The script of a word decides between Russian and English, not the language of its text: COVID-19 is the
/// same word in both. There is no stop list: "не" counts. Analyzed words are remembered.
/// </summary>
internal static class Lexicon
{
    private static readonly WordMemory Quiet = new(), Shouted = new();

    /// <summary>The forms of a word.</summary>
    /// <param name="word">The word as it stands in a text.</param>
    /// <param name="isShouted">True if its text is in capitals alone.</param>
    public static WordForms Of(ReadOnlySpan<char> word, bool isShouted)
    {
        var known = isShouted ? Shouted : Quiet;
        if (known.TryGet(word, out var forms))
            return forms;
        var text = word.ToString();
        forms = Analyze(text, isShouted);
        known.Add(text, forms);
        return forms;
    }

    /// <summary>Forgets all words that were analyzed.</summary>
    public static void Forget()
    {
        Quiet.Forget();
        Shouted.Forget();
    }

    private static WordForms Analyze(string word, bool isShouted)
    {
        var surface = Spelling.Fold(word);
        if (!isShouted && Acronym.Of(word) is { } acronym)
            return Acronyms(surface, Spelling.Fold(acronym));
        var (hasDigit, hasCyrillic) = (false, false);
        foreach (var c in surface)
        {
            hasDigit |= char.IsDigit(c);
            hasCyrillic |= Characters.IsCyrillic(c);
        }

        if (hasDigit)
            return new WordForms(surface, PrintedNumber.Joined(word) is { } number ? [number] : []);
        return hasCyrillic ? RussianWords.Of(surface) : EnglishWords.Of(surface);
    }

    private static WordForms Acronyms(string surface, string acronym) =>
        new(surface, [WordForms.StemMark + acronym, WordForms.StemMark + acronym.ToUpperInvariant()]);
}
