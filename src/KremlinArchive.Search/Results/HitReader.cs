using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Snippets;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Results;

/// <summary>Makes hits of the documents of a page, and of no others.</summary>
internal sealed class HitReader(IndexView view, IReadOnlyList<SoughtWords> wanted, WordBinder binder, SearchBudget budget)
{
    private readonly Marker marker = new(wanted);
    private readonly IReadOnlyList<BoundWords> bound = BoundWords.Of(wanted, binder);

    public IReadOnlyList<SearchHit> Read(IReadOnlyList<RankedDocument> page)
    {
        var hits = new SearchHit[page.Count];
        var bySegment = Enumerable.Range(0, page.Count)
            .GroupBy(place => ReaderUtil.SubIndex(page[place].Document, view.Reader.Leaves));
        foreach (var group in bySegment)
        {
            var leaf = view.Reader.Leaves[group.Key];
            var segment = new SegmentMatches(leaf, bound, binder, budget);
            foreach (var place in group.OrderBy(place => page[place].Document))
                hits[place] = Read(leaf, page[place], segment);
        }

        return hits;
    }

    private SearchHit Read(AtomicReaderContext leaf, RankedDocument ranked, SegmentMatches segment)
    {
        var doc = ranked.Document - leaf.DocBase;
        var picked = segment.Pick(doc);
        var fields = new StoredFields(picked.Passages);
        leaf.AtomicReader.Document(doc, fields);
        var card = fields.Card!;
        var title = new FoundText(card.Title, marker.FindInTitle(card.Title));
        var lead = card.Lead is null ? null : new FoundText(card.Lead, marker.FindInLead(card.Lead));
        var passages = fields.Passages.Select(passage => new FoundText(passage.Text, marker.FindInPassage(passage.Text, passage.Speaker))).ToList();
        return new SearchHit
        {
            Id = card.Id,
            Url = card.Url,
            Title = card.Title,
            MarkedTitle = title.Marked,
            Lead = card.Lead,
            MarkedLead = lead?.Marked,
            Published = card.Published,
            Place = card.Place,
            Kind = card.Kind,
            Versions = card.Versions,
            ChangedAt = card.ChangedAt,
            Superseded = card.Superseded,
            HasTranslation = view.Holds(card.Id.Translation),
            Score = Math.Round(ranked.Score, 3),
            Matches = wanted.Count == 0 ? null : segment.Sum(doc, title, lead, passages, picked.Matches),
            Snippets = [.. fields.Passages.Zip(passages, (passage, text) => new Snippet(passage.Number, passage.Speaker, text.Cut()))],
        };
    }
}
