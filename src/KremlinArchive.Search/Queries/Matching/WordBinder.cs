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
internal sealed class WordBinder(IndexReader reader, SearchBudget budget)
{
    private const int MostTerms = 128, MostLookedAt = 20_000;

    private static readonly string[] Fields = [FieldNames.Title, FieldNames.Lead, FieldNames.Text, FieldNames.Tags, FieldNames.Place, FieldNames.Speaker];

    private readonly Dictionary<QueryWord, BoundWord> bound = new(ReferenceEqualityComparer.Instance);

    /// <summary>True if a word stood for more terms than are looked for.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<BoundWord> Bind(WordsNode node) => [.. node.Words.Select(Bind)];

    /// <summary>How much finding the words in a text tells: rare words more than frequent ones.</summary>
    public double WorthOf(WordsNode node) => Bind(node).Sum(word => WordsWeight.InverseFrequency(reader.MaxDoc, Math.Min(reader.MaxDoc, Frequency(word))));

    private int Frequency(BoundWord word) => word.Needed.Select(term => reader.DocFreq(new Term(FieldNames.Text, term))).DefaultIfEmpty(0).Max();

    private BoundWord Bind(QueryWord word)
    {
        if (!bound.TryGetValue(word, out var known))
            bound[word] = known = Look(word);
        return known;
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
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = MostLookedAt;
        foreach (var leaf in reader.Leaves)
        {
            foreach (var field in Fields)
            {
                if (leaf.AtomicReader.GetTerms(field) is not { } all)
                    continue;
                for (var terms = open(all); left > 0 && terms.MoveNext(); left--)
                {
                    budget.Spend();
                    var term = terms.Term.Utf8ToString();
                    found[term] = found.GetValueOrDefault(term) + terms.DocFreq;
                }
            }
        }

        IsCut |= left == 0 || found.Count > MostTerms;
        List<string> chosen = [.. found.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostTerms).Select(pair => pair.Key)];
        return new BoundWord(word, chosen, chosen, found.ContainsKey(word.Typed) ? word.Typed : null);
    }

    /// <summary>The first letter, and then anything that so many errors make of the rest.</summary>
    private static Automaton Automaton(FuzzyWord word)
    {
        var first = char.IsHighSurrogate(word.Surface[0]) && word.Surface.Length > 1 ? word.Surface[..2] : word.Surface[..1];
        var rest = new LevenshteinAutomata(word.Surface[first.Length..], true).ToAutomaton(word.Edits);
        return BasicOperations.Concatenate(BasicAutomata.MakeString(first), rest);
    }
}
