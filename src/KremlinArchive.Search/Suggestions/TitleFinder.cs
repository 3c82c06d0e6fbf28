using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Suggestions;

/// <summary>
/// Finds the newest records in whose titles every typed word stands or begins, by the terms of the index's own title field: nothing
/// is kept in memory for it.
/// </summary>
internal sealed class TitleFinder(IndexView view, IReadOnlyList<TypedWord> typed, CancellationToken cancellation)
{
    // So many postings are read for one suggestion; what lies behind them is not suggested, but still found by a search.
    private const int MostPostings = 500_000;

    private int postingsLeft = MostPostings;

    /// <summary>The newest first, at most so many.</summary>
    public RankedDocument[] Find(int most)
    {
        var top = new TopDocuments(most, RankedDocument.Comparison(SortOrder.Newest));
        for (var segment = 0; segment < view.Columns.Count; segment++)
        {
            var (leaf, columns) = (view.Reader.Leaves[segment], view.Columns[segment]);
            if (leaf.AtomicReader.GetTerms(FieldNames.Title) is not { } terms || Meant(leaf.AtomicReader, terms) is not { } found)
                continue;
            for (var doc = found.NextSetBit(0); doc >= 0; doc = doc + 1 < found.Length ? found.NextSetBit(doc + 1) : -1)
                top.Offer(new RankedDocument(leaf.DocBase + doc, 0, columns.Published[doc], columns.Identities[doc]));
        }

        return top.From(0);
    }

    /// <summary>The documents of a segment that have all the words; null for none.</summary>
    private FixedBitSet? Meant(AtomicReader segment, Terms terms)
    {
        FixedBitSet? all = null;
        foreach (var word in typed)
        {
            var meant = Meant(segment, terms, word);
            if (all is null)
                all = meant;
            else
                all.And(meant);
            if (all.NextSetBit(0) < 0)
                return null;
        }

        return all;
    }

    private FixedBitSet Meant(AtomicReader segment, Terms terms, TypedWord word)
    {
        var meant = new FixedBitSet(segment.MaxDoc);
        var term = terms.GetEnumerator();
        DocsEnum? postings = null;
        foreach (var exact in word.Terms)
        {
            if (term.SeekExact(new BytesRef(exact)))
                Gather();
        }

        if (word.Beginning is not { } beginning || term.SeekCeil(new BytesRef(beginning)) == TermsEnum.SeekStatus.END)
            return meant;
        var bytes = new BytesRef(beginning);
        do
        {
            if (!StringHelper.StartsWith(term.Term, bytes))
                break;
            Gather();
        }
        while (postingsLeft > 0 && term.MoveNext());
        return meant;

        void Gather()
        {
            cancellation.ThrowIfCancellationRequested();
            postings = term.Docs(segment.LiveDocs, postings, DocsFlags.NONE);
            while (postingsLeft-- > 0 && postings.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var doc)
                meant.Set(doc);
        }
    }
}
