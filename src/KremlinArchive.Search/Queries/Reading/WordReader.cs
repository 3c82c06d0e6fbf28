using System.Globalization;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>Reads the words of a query's chunks and phrases, by the same cutting and analysis as texts.</summary>
internal sealed class WordReader(bool isShouted, QueryNotes notes)
{
    private const int ShortestFuzzy = 3, LettersForTwoEdits = 6;

    private int count;

    /// <summary>Reads a phrase; null if it has no words.</summary>
    public QueryNode? Read(QueryToken.Phrase phrase)
    {
        var words = new List<QueryWord>();
        var scanner = new WordScanner(phrase.Text);
        while (Next(ref scanner))
            words.Add(Word(scanner.Word, phrase.IsExact));
        return words.Count == 0 ? null : new WordsNode(words, words.Count > 1 ? phrase.Reach ?? 0 : 0, IsQuoted: true);
    }

    /// <summary>Reads a chunk: words joined in writing stand side by side, others each for themselves; what is one word when spelled otherwise is a compound.</summary>
    public IReadOnlyList<QueryNode> Read(QueryToken.Chunk chunk)
    {
        if (!chunk.IsExact && Date(chunk.Text) is { } date)
            return [date];
        var (text, suffix) = CutSuffix(chunk);
        var read = TextWords.Of(text, isShouted);
        if (suffix.Length > 0 && read.Words.Count > 0 && !MayReach(read.Words[^1].Forms.Surface, suffix))
            suffix = "";
        var compounds = chunk.IsExact ? [] : read.Compounds.Where(compound => compound.Count > 1 && (suffix.Length == 0 || compound.First + compound.Count < read.Words.Count))
            .GroupBy(compound => compound.First).ToDictionary(group => group.Key, group => group.ToList());
        var nodes = new List<QueryNode>();
        var together = new List<QueryWord>();
        var at = 0;
        while (at < read.Words.Count && CountIn())
        {
            if (!read.Words[at].IsJoined || compounds.ContainsKey(at))
                Close(text, read, at, together, nodes);
            if (compounds.TryGetValue(at, out var found))
            {
                var length = found.Max(compound => compound.Count);
                nodes.Add(Compound(text, read, found.Where(compound => compound.Count == length).ToList()));
                at += length;
                continue;
            }

            together.Add(Word(text.AsSpan(read.Words[at].Start..read.Words[at].End), chunk.IsExact));
            at++;
        }

        if (suffix.Length > 0 && together.Count > 0 && at == read.Words.Count)
            together[^1] = Wide(together[^1], suffix);
        Close(text, read, at, together, nodes);
        return nodes;
    }

    private QueryNode Compound(string text, TextWords read, List<Compound> compounds)
    {
        var words = read.Words.Skip(compounds[0].First).Take(compounds[0].Count).ToList();
        var typed = text[words[0].Start..words[^1].End];
        if (compounds is [var date] && SaidDate.Of(typed, date.Forms) is { } said)
            return said;
        return new CompoundNode(
            typed,
            new WordsNode([.. words.Select(word => Word(text.AsSpan(word.Start..word.End), isExact: false))]),
            [.. compounds.Select(compound => new WordsNode([new AnyFormWord(typed, compound.Forms)]))]);
    }

    private bool Next(ref WordScanner scanner) => scanner.MoveNext() && CountIn();

    private bool CountIn()
    {
        if (count++ < QueryReader.MostWords)
            return true;
        notes.QueryCut();
        return false;
    }

    private QueryWord Word(ReadOnlySpan<char> word, bool isExact) =>
        isExact ? new ExactWord(word.ToString(), Spelling.Fold(word)) : new AnyFormWord(word.ToString(), Lexicon.Of(word, isShouted));

    private QueryNode? Date(string text)
    {
        if (TypedDate.ReadSpan(text) is { } span)
            return FieldDate.Of(span, notes);
        return TypedDate.Read(text) is { } date ? (QueryNode?)SaidDate.Of(date.ToString(), date) ?? new PublishedNode(date.First, date.Last) : null;
    }

    /// <summary>The text without the asterisk or the tilde at its end, which says how far the word reaches.</summary>
    private static (string Text, string Suffix) CutSuffix(QueryToken.Chunk chunk)
    {
        var text = chunk.Text;
        if (chunk.IsExact || text.Length < 2)
            return (text, "");
        if (text.EndsWith('*'))
            return (text.TrimEnd('*'), "*");
        var tilde = text.LastIndexOf('~');
        return tilde > 0 && text.AsSpan(tilde + 1) is "" or "1" or "2" ? (text[..tilde], text[tilde..]) : (text, "");
    }

    /// <summary>True if a word is long enough to stand for others; else a note says that it stands for itself.</summary>
    private bool MayReach(string surface, string suffix)
    {
        if (suffix == "*" ? surface.Length >= QueryReader.ShortestPrefix : surface.Length >= ShortestFuzzy)
            return true;
        if (suffix == "*")
            notes.ShortPrefix(surface);
        else
            notes.ShortFuzzy(surface);
        return false;
    }

    private static QueryWord Wide(QueryWord word, string suffix)
    {
        var surface = Spelling.Fold(word.Typed);
        if (suffix == "*")
            return new PrefixWord(word.Typed, surface);
        var edits = suffix.Length == 2 ? int.Parse(suffix[1..], CultureInfo.InvariantCulture) : surface.Length < LettersForTwoEdits ? 1 : 2;
        return new FuzzyWord(word.Typed, surface, edits);
    }

    /// <summary>Makes a part of the words before one.</summary>
    private void Close(string text, TextWords read, int end, List<QueryWord> together, List<QueryNode> nodes)
    {
        if (together.Count == 0)
            return;

        // A word that is spelled like an operator can only be written in quotation marks.
        var typed = text[read.Words[end - together.Count].Start..read.Words[end - 1].End];
        nodes.Add((together.TrueForAll(word => word is AnyFormWord) ? Date(typed) : null) ?? new WordsNode([.. together], IsQuoted: together is [AnyFormWord] && Capitals.IsOperator(typed), Joined: together.Count > 1 ? typed : null));
        together.Clear();
    }
}
