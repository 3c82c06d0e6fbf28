using KremlinArchive.Search.Analysis.Dates;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The words of a text and the compounds that they make. Index, marks and queries all take them from here, so that what is found is what is marked.
/// </summary>
internal sealed class TextWords
{
    private TextWords(IReadOnlyList<TextWord> words, IReadOnlyList<Compound> compounds) => (Words, Compounds) = (words, compounds);

    /// <summary>The words, from left to right: the n-th stands at the n-th position.</summary>
    public IReadOnlyList<TextWord> Words { get; }

    /// <summary>The compounds, ordered by their first word; several may begin at one.</summary>
    public IReadOnlyList<Compound> Compounds { get; }

    /// <summary>Reads a text or a piece of a query.</summary>
    /// <param name="text">The text, in NFC.</param>
    public static TextWords Of(string text) => Of(text, Acronym.IsShouted(text));

    /// <param name="text">The text, in NFC.</param>
    /// <param name="isShouted">True if capitals say nothing in it, since all of it is in capitals.</param>
    public static TextWords Of(string text, bool isShouted)
    {
        var (words, mayHaveCompounds) = (new List<TextWord>(text.Length / 6), false);
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            var forms = Lexicon.Of(scanner.Word, isShouted);
            mayHaveCompounds |= scanner.IsJoined || forms.MayBeginDate;
            words.Add(new TextWord(forms, scanner.Start, scanner.End, scanner.IsJoined));
        }

        return new TextWords(words, mayHaveCompounds ? Find(text, words) : []);
    }

    /// <summary>Where the compound that begins at a word and that a query's word finds ends, or the word itself if it is found: the number of the word behind it; null if neither is found.</summary>
    /// <param name="word">The number of the word.</param>
    /// <param name="sought">A query's word.</param>
    public int? FindAt(int word, WordForms sought) => FindAt(word, sought.Finds);

    /// <param name="word">The number of the word.</param>
    /// <param name="finds">What a query's word finds.</param>
    public int? FindAt(int word, Predicate<WordForms> finds)
    {
        int? end = finds(Words[word].Forms) ? word + 1 : null;
        for (var i = FirstCompoundFrom(word); i < Compounds.Count && Compounds[i].First == word; i++)
        {
            if (word + Compounds[i].Count > (end ?? 0) && finds(Compounds[i].Forms))
                end = word + Compounds[i].Count;
        }

        return end;
    }

    private int FirstCompoundFrom(int word)
    {
        var (low, high) = (0, Compounds.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compounds[middle].First < word)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static List<Compound> Find(string text, List<TextWord> words)
    {
        var found = new List<Compound>();
        for (var i = 0; i < words.Count; i++)
        {
            if (PrintedDate.Find(text, words, i) is { } date)
            {
                found.Add(date);
                i += date.Count - 1;
            }
            else if (PrintedNumber.Find(text, words, i) is { } number)
            {
                found.Add(number);
            }
            else if (i + 1 < words.Count && words[i + 1].IsJoined)
            {
                found.AddRange(JoinedWords.Find(text, words, i));
            }
        }

        return found;
    }
}
