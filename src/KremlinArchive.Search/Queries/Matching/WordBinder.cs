using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Tree;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>
/// Finds the terms of a query's words in the index: those of a beginning and of a misspelling are looked up among its terms. Of too many
/// the most frequent ones stand for the word.
/// </summary>
internal sealed class WordBinder(IndexReader reader, TermStates states, SearchBudget budget)
{
    private const int MostTerms = 128, MostLookedAt = 20_000;

    private readonly Dictionary<QueryWord, BoundWord> bound = new(ReferenceEqualityComparer.Instance);

    /// <summary>True if a word stood for more terms than are looked for.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Where the terms stand.</summary>
    public TermStates States { get; } = states;

    public IReadOnlyList<BoundWord> Bind(WordsNode node) => [.. node.Words.Select(Bind)];

    /// <summary>How much finding the words in a text tells: rare words more than frequent ones.</summary>
    public double WorthOf(WordsNode node) => Bind(node).Sum(word => WordsWeight.InverseFrequency(reader.MaxDoc, Math.Min(reader.MaxDoc, Frequency(word))));

    private int Frequency(BoundWord word) => word.Needed.Select(term => States.Find(FieldNames.Text, term)?.Documents ?? 0).DefaultIfEmpty(0).Max();

    private BoundWord Bind(QueryWord word)
    {
        // Whose words count is bound when a segment is opened, by whichever thread opens it.
        lock (bound)
        {
            if (!bound.TryGetValue(word, out var known))
                bound[word] = known = Look(word);
            return known;
        }
    }

    private BoundWord Look(QueryWord word)
    {
        switch (word)
        {
            case AnyFormWord any:
                return new BoundWord(word, any.Forms.Sought, any.Forms.Needed, any.Forms.Surface);
            case ExactWord exact:
                return new BoundWord(word, [exact.Surface], [exact.Surface], exact.Surface);
            case PrefixWord prefix:
                return Wide(word, terms => new PrefixTermsEnum(terms.GetEnumerator(), new BytesRef(prefix.Beginning)));
            case FuzzyWord fuzzy:
                var automaton = new CompiledAutomaton(Automaton(fuzzy), true, false);
                return Wide(word, terms => automaton.GetTermsEnum(terms));
            default:
                throw new ArgumentOutOfRangeException(nameof(word), word, "There is no such word.");
        }
    }

    private BoundWord Wide(QueryWord word, Func<Terms, TermsEnum> open)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var left = MostLookedAt;
        foreach (var (segment, field) in reader.Leaves.SelectMany(leaf => FieldNames.Searched.Select(field => (leaf.Ord, field))))
        {
            foreach (var term in States.Walk(field, segment, open).Take(left))
            {
                budget.Spend();
                left--;
                found.Add(term.Text);
            }
        }

        IsCut |= left == 0 || found.Count > MostTerms;
        List<string> chosen = [.. found.Count <= MostTerms ? found.Order(StringComparer.Ordinal) : found
            .OrderByDescending(text => FieldNames.Searched.Sum(field => States.Known(field, text)?.Documents ?? 0)).ThenBy(text => text, StringComparer.Ordinal).Take(MostTerms)];
        if (left == 0)
            States.Forget();
        else
            States.NoteAbsent(chosen);
        return new BoundWord(word, chosen, chosen, found.Contains(word.Typed) ? word.Typed : null);
    }

    /// <summary>The first letter, and then anything that so many errors make of the rest.</summary>
    private static Automaton Automaton(FuzzyWord word)
    {
        var first = char.IsHighSurrogate(word.Surface[0]) && word.Surface.Length > 1 ? word.Surface[..2] : word.Surface[..1];
        var rest = new LevenshteinAutomata(word.Surface[first.Length..], true).ToAutomaton(word.Edits);
        return BasicOperations.Concatenate(BasicAutomata.MakeString(first), rest);
    }
}
