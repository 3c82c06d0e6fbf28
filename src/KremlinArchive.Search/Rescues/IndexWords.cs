using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Analysis.Dictionary;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Rescues;

/// <summary>A word as texts of the index spell it.</summary>
/// <param name="Frequency">In how many records it stands.</param>
internal sealed record IndexedWord(string Text, int Frequency);

/// <summary>The words of one state of the index, as a typing error asks for them. Reads terms alone, never a posting, except to see whether two words stand side by side.</summary>
internal sealed class IndexWords(IndexReader reader, TermStates states)
{
    /// <summary>So many words near another one are looked at in each segment; the automaton gives them in the order of letters.</summary>
    public const int MostNear = 2000;

    // What stands in so many records is no slip of their writers.
    private const int Often = 3;

    // Begins the stem of a declined word of the dictionary, under which a word that the dictionary lacks finds it by a guess: росия finds роса.
    private const char Guess = '\'';

    private static readonly string[] Fields = [FieldNames.Text, FieldNames.Title];

    /// <summary>True for a word that the dictionary has or a search finds: one to leave alone.</summary>
    /// <param name="word">Folded.</param>
    public bool IsKnown(string word) => RussianDictionary.Current.Find(word) is not null || Lexicon.Of(word, isShouted: false).Sought.Any(term => Frequency(term) > 0);

    /// <summary>True for a word that some text has in this spelling, or the dictionary together with a text in another form of it.</summary>
    public bool IsSpelled(string word) => Frequency(word) > 0 || IsInUse(word);

    /// <summary>True for a word that is spelled so in several texts, or by the dictionary and in a text.</summary>
    public bool IsCertain(string word) => Frequency(word) >= Often || IsInUse(word);

    /// <summary>In how many records a word stands, by its most frequent spelling, lemma or stem; a guess does not count.</summary>
    public int Found(string word) => Lexicon.Of(word, isShouted: false).Sought.Where(term => term[0] != Guess).Max(Frequency);

    /// <summary>In how many records a term stands, by the field that has it more often.</summary>
    public int Frequency(string term) => Fields.Max(field => states.Find(field, term)?.Documents ?? 0);

    /// <summary>The words, as spelled in texts, that are at most so many edits away; two letters in each other's place are one edit.</summary>
    /// <param name="edits">1 or 2.</param>
    /// <param name="kept">So many letters at the beginning are the same.</param>
    public IReadOnlyCollection<IndexedWord> Near(string word, int edits, int kept, CancellationToken cancellation)
    {
        var found = new Dictionary<string, IndexedWord>(StringComparer.Ordinal);
        // The automata of the word are made for the first segment and kept here for the others.
        var (sought, automata) = (new Term(FieldNames.Text, word), new AttributeSource());
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(FieldNames.Text) is not { } terms)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var near = new FuzzyTermsEnum(terms, automata, sought, edits, kept, transpositions: true);
            for (var seen = 0; seen < MostNear && near.MoveNext(); seen++)
            {
                // Lemmas and stems stand behind a mark.
                var text = near.Term.Utf8ToString();
                if (!char.IsLetter(text[0]))
                    continue;
                var before = found.GetValueOrDefault(text)?.Frequency ?? 0;
                found[text] = new IndexedWord(text, before + near.DocFreq);
            }
        }

        return found.Values;
    }

    /// <summary>True if the two words stand side by side in some text.</summary>
    public bool AreNeighbours(string first, string second)
    {
        var counter = new TotalHitCountCollector();
        new IndexSearcher(reader).Search(new PhraseQuery { new Term(FieldNames.Text, first), new Term(FieldNames.Text, second) }, counter);
        return counter.TotalHits > 0;
    }

    private bool IsInUse(string word) => RussianDictionary.Current.Find(word) is not null && Found(word) > 0;
}
