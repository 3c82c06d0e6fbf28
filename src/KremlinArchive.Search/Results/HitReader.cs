using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Snippets;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Results;

/// <summary>Makes hits of the documents of a page, and of no others.</summary>
internal sealed class HitReader(IndexView view, ParsedQuery query)
{
    private readonly Marker marker = new(query.Wanted);

    public IReadOnlyList<SearchHit> Read(IReadOnlyList<RankedDocument> page)
    {
        var hits = new SearchHit[page.Count];
        var bySegment = Enumerable.Range(0, page.Count)
            .GroupBy(place => ReaderUtil.SubIndex(page[place].Document, view.Reader.Leaves));
        foreach (var group in bySegment)
        {
            var leaf = view.Reader.Leaves[group.Key];
            var picker = new PassagePicker(leaf.AtomicReader, query.Wanted);
            foreach (var place in group.OrderBy(place => page[place].Document))
                hits[place] = Read(leaf, page[place], picker);
        }

        return hits;
    }

    private SearchHit Read(AtomicReaderContext leaf, RankedDocument ranked, PassagePicker picker)
    {
        var doc = ranked.Document - leaf.DocBase;
        var fields = new StoredFields(picker.Pick(doc));
        leaf.AtomicReader.Document(doc, fields);
        var card = fields.Card!;
        return new SearchHit
        {
            Id = card.Id,
            Url = card.Url,
            Title = card.Title,
            MarkedTitle = marker.Mark(card.Title),
            Lead = card.Lead,
            MarkedLead = card.Lead is { } lead ? marker.Mark(lead) : null,
            Published = card.Published,
            Place = card.Place,
            Kind = card.Kind,
            HasTranslation = view.Holds(card.Id.Translation),
            Score = Math.Round(ranked.Score, 3),
            Snippets = [.. fields.Passages.Select(passage => new Snippet(passage.Number, passage.Speaker, SnippetWindow.Cut(passage.Text, marker.Find(passage.Text))))],
        };
    }
}
