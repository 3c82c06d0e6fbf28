using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Rescues;

/// <summary>
/// Corrects what was mistyped by what the index itself has: words one or two letters away, two words written as one, one written as two. Words that a search
/// finds often are left alone, and so are numbers and short words, near which too much lies.
/// </summary>
internal sealed class TypingErrors(IndexWords words)
{
    private const int MostQueries = 3, MostWords = 16, MostCorrected = 3;

    // What stands in so many records is a word; below that, a far more frequent neighbour of one letter's difference is meant.
    private const int Often = 3, FarMoreFrequent = 100;

    private const int ShortestWord = 4, ShortestForTwoEdits = 6, LongestWord = 32;

    // How many edits a tenfold frequency outweighs, and what a wrong first letter costs beside its edit.
    private const double WorthOfFrequency = 0.25, WorthOfForm = 0.05, FirstLetter = 0.5, Split = 1.1;

    // So many of the nearest spellings are judged by all their forms.
    private const int MostJudged = 20;

    // Words of one letter that are easily written as one with the next.
    private const string OneLetterWords = "вскоуияаai";

    /// <summary>The query without its typing errors, the likeliest reading first.</summary>
    public IReadOnlyList<string> Correct(string query, CancellationToken cancellation)
    {
        var pieces = QueryPiece.WordsOf(query);
        if (pieces.Count(piece => piece.IsTyped) > MostWords)
            return [];
        var choices = new List<WordChoices>();
        var corrected = 0;
        foreach (var piece in pieces)
        {
            IReadOnlyList<string> others = piece.IsTyped && corrected < MostCorrected ? Others(piece.Text, cancellation) : [];
            corrected += others.Count > 0 ? 1 : 0;
            choices.Add(new WordChoices(piece.Text, others));
        }

        return [.. Joined(pieces).Concat(WordChoices.Combine(choices, MostQueries)).Take(MostQueries)];
    }

    private List<string> Others(string word, CancellationToken cancellation)
    {
        var folded = Spelling.Fold(word);
        if (folded.Length is < ShortestWord or > LongestWord || !folded.All(char.IsLetter))
            return [];
        var found = words.Found(folded);
        if (found >= Often)
            return [];
        var near = Near(folded, found, cancellation).ToList();
        if (found == 0 && SplitOf(folded) is { } split)
            near.Add(split);
        return [.. near.OrderBy(other => other.Cost).Take(MostQueries).Select(other => WordChoices.Capitalize(other.Text, word))];
    }

    private IEnumerable<(string Text, double Cost)> Near(string word, int found, CancellationToken cancellation)
    {
        IEnumerable<IndexedWord> near = words.Near(word, 1, kept: 0, cancellation);
        if (word.Length >= ShortestForTwoEdits && found == 0)
            near = words.Near(word, 2, kept: 1, cancellation).Concat(near).DistinctBy(other => other.Text);
        return near
            .Where(other => other.Text != word && other.Frequency > found * FarMoreFrequent && Characters.IsCyrillic(other.Text[0]) == Characters.IsCyrillic(word[0]))
            .Select(other => (Word: other, Cost: CostOf(word, other, other.Frequency)))
            .OrderBy(other => other.Cost)
            .Take(MostJudged)
            .Select(other => (other.Word.Text, CostOf(word, other.Word, words.Found(other.Word.Text)) - (WorthOfForm * Math.Log10(other.Word.Frequency))));
    }

    private static double CostOf(string word, IndexedWord other, int frequency) =>
        TypedDistance.Between(word, other.Text) + (word[0] == other.Text[0] ? 0 : FirstLetter) - (WorthOfFrequency * Math.Log10(frequency));

    /// <summary>The word as two that stand side by side in some text; of several cuts, the one whose rarer half is the most frequent.</summary>
    private (string Text, double Cost)? SplitOf(string word)
    {
        var best = Enumerable.Range(1, word.Length - 2)
            .Where(cut => cut > 1 || OneLetterWords.Contains(word[0], StringComparison.Ordinal))
            .Select(cut => (First: word[..cut], Second: word[cut..]))
            .Select(cut => (cut.First, cut.Second, Frequency: Math.Min(words.Frequency(cut.First), words.Frequency(cut.Second))))
            .Where(cut => cut.Frequency >= Often)
            .OrderByDescending(cut => cut.Frequency)
            .Take(MostCorrected)
            .FirstOrDefault(cut => words.AreNeighbours(cut.First, cut.Second));
        return best.First is null ? null : ($"{best.First} {best.Second}", Split - (WorthOfFrequency * Math.Log10(best.Frequency)));
    }

    /// <summary>The query with two of its words as one, where the index has that one and lacks one of the two.</summary>
    private IEnumerable<string> Joined(IReadOnlyList<QueryPiece> pieces)
    {
        for (var at = 0; at + 2 < pieces.Count; at++)
        {
            var (first, between, second) = (pieces[at], pieces[at + 1], pieces[at + 2]);
            if (!first.IsTyped || !second.IsTyped || between.Text != " ")
                continue;
            var (start, end) = (Spelling.Fold(first.Text), Spelling.Fold(second.Text));
            if (words.Found(start + end) >= Often && !words.AreNeighbours(start, end))
                yield return string.Concat(pieces.Select((piece, i) => i == at + 1 ? "" : piece.Text));
        }
    }
}
