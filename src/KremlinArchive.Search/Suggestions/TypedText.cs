using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Snippets;

namespace KremlinArchive.Search.Suggestions;

/// <summary>What stands in the box while someone types: words of which the last one may have only begun.</summary>
internal sealed class TypedText
{
    private const int MostWords = 8, LeastLetters = 2;

    private TypedText(IReadOnlyList<TypedWord> words) => Words = words;

    /// <summary>The words; none where too little was typed to suggest anything.</summary>
    public IReadOnlyList<TypedWord> Words { get; }

    /// <summary>Reads the beginning of a text, <see cref="Suggesting.LongestText"/> characters at most.</summary>
    public static TypedText Read(string text)
    {
        var composed = Spelling.Compose(text.Length <= Suggesting.LongestText ? text : text[..Suggesting.LongestText]);
        var words = new List<TypedWord>();
        var scanner = new WordScanner(composed);
        while (words.Count < MostWords && scanner.MoveNext())
            words.Add(new TypedWord(Lexicon.Of(scanner.Word, isShouted: false), isComplete: scanner.End < composed.Length));
        return new TypedText(words.Sum(word => word.Surface.Length) < LeastLetters ? [] : words);
    }

    /// <summary>A text with what was typed of its words marked.</summary>
    public MarkedText Mark(string text)
    {
        var spans = new List<TextSpan>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            var forms = Lexicon.Of(scanner.Word, isShouted: false);
            var marked = Words.Max(word => word.Meets(forms));
            if (marked > 0)
                spans.Add(new TextSpan(scanner.Start, forms.Surface.Length == scanner.Word.Length ? scanner.Start + Math.Min(marked, scanner.Word.Length) : scanner.End));
        }

        return Marker.Mark(text, spans, 0, text.Length);
    }
}
