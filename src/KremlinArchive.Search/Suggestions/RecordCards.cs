using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Results;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Suggestions;

/// <summary>Reads the card of a document and nothing else of it.</summary>
internal static class RecordCards
{
    public static RecordCard Of(IndexView view, int document)
    {
        var leaf = view.Reader.Leaves[ReaderUtil.SubIndex(document, view.Reader.Leaves)];
        var fields = new StoredFields([]);
        leaf.AtomicReader.Document(document - leaf.DocBase, fields);
        return fields.Card!;
    }
}
