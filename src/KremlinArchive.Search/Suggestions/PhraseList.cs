using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;

namespace KremlinArchive.Search.Suggestions;

/// <summary>
/// The phrases that recur in the newest titles of a view, 10,000 at most. It serves later views as well until their number of records has changed by a tenth;
/// how often a phrase is found is asked of the view itself, once, so that a count is what its search finds.
/// </summary>
internal sealed class PhraseList
{
    private const int MostTitles = 10_000, Tolerance = 10;

    private readonly IReadOnlyList<string> phrases;
    private readonly WordList words;
    private readonly int records;

    private PhraseList(IReadOnlyList<string> phrases, int records)
    {
        this.phrases = phrases;
        this.records = records;
        words = new WordList(phrases.Select((phrase, number) => (number, phrase)));
    }

    /// <summary>The list for a view: the earlier one where it still serves, else a new one.</summary>
    public static PhraseList For(IndexView view, PhraseList? earlier)
    {
        var now = view.Reader.NumDocs;
        return earlier is not null && Math.Abs(now - earlier.records) <= earlier.records / Tolerance ? earlier : Read(view);
    }

    /// <summary>The phrases that all the words mean, the most frequent first.</summary>
    public IEnumerable<string> Find(IReadOnlyList<TypedWord> typed) => words.Find(typed).Order().Select(number => phrases[number]);

    private static PhraseList Read(IndexView view)
    {
        var gathered = new TitlePhrases();
        foreach (var document in Newest(view))
            gathered.Add(RecordCards.Of(view, document.Document).Title);
        return new PhraseList(gathered.Frequent(), view.Reader.NumDocs);
    }

    private static RankedDocument[] Newest(IndexView view)
    {
        var newest = new TopDocuments(MostTitles, RankedDocument.Comparison(SortOrder.Newest));
        for (var segment = 0; segment < view.Columns.Count; segment++)
        {
            var (leaf, columns) = (view.Reader.Leaves[segment], view.Columns[segment]);
            for (var doc = 0; doc < columns.Published.Length; doc++)
            {
                if (leaf.AtomicReader.LiveDocs?.Get(doc) != false)
                    newest.Offer(new RankedDocument(leaf.DocBase + doc, 0, columns.Published[doc], columns.Identities[doc]));
            }
        }

        return newest.From(0);
    }
}
