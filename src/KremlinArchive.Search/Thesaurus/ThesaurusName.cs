using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Thesaurus;

/// <summary>One name of a thing: what to show of it, and what to look for.</summary>
/// <param name="Text">The name as written in the file, without its mark.</param>
/// <param name="Words">The forms of its words, which stand side by side in this order.</param>
internal sealed record ThesaurusName(string Text, IReadOnlyList<WordForms> Words)
{
    /// <summary>Behind a name that in small letters is another word.</summary>
    private const char OnlyInCapitals = '!';

    /// <summary>Equal for names that are spelled alike.</summary>
    public string Identity { get; } = string.Join(' ', Words.Select(word => word.Surface));

    /// <summary>Reads a name; one without a word has no <see cref="Words"/>. Null for one that is marked as an acronym and is none.</summary>
    public static ThesaurusName? Read(string text)
    {
        if (text.EndsWith(OnlyInCapitals))
            return ReadAcronym(text[..^1]);
        var words = new List<WordForms>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
            words.Add(Lexicon.Of(scanner.Word, isShouted: false));
        return new ThesaurusName(text, words);
    }

    /// <summary>True if the words, from one of them on, are this name in any of its forms.</summary>
    public bool Begins(IReadOnlyList<WordForms> words, int at)
    {
        if (Words.Count > words.Count - at)
            return false;
        for (var i = 0; i < Words.Count; i++)
        {
            if (!words[at + i].Finds(Words[i]))
                return false;
        }

        return true;
    }

    /// <summary>True if whatever holds the other name holds this one: Соединённые Штаты and Соединённые Штаты Америки.</summary>
    public bool IsWithin(ThesaurusName other) => Enumerable.Range(0, other.Words.Count).Any(at => IsWithin(other, at));

    private bool IsWithin(ThesaurusName other, int at) => at + Words.Count <= other.Words.Count && Words.Index().All(word => word.Item.Finds(other.Words[at + word.Index]));

    /// <summary>A name that only its capitals find. As a spelling it has itself, unfolded, which is no term of any text.</summary>
    private static ThesaurusName? ReadAcronym(string text) =>
        Acronym.Of(text) == text ? new ThesaurusName(text, [new WordForms(text, [WordForms.StemMark + text])]) : null;
}
