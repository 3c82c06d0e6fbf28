using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Results;

/// <summary>Reads of a document its card and chosen passages, and steps over the others.</summary>
/// <param name="wanted">Passages from 0, in order.</param>
internal sealed class StoredFields(IReadOnlyList<int> wanted) : StoredFieldVisitor
{
    private readonly List<Passage> passages = [];
    private int next = -1;

    public RecordCard? Card { get; private set; }

    public IReadOnlyList<Passage> Passages => passages;

    public override Status NeedsField(FieldInfo fieldInfo)
    {
        if (fieldInfo.Name == FieldNames.Card)
            return Status.YES;
        if (passages.Count == wanted.Count)
            return Status.STOP;
        return wanted[passages.Count] == ++next ? Status.YES : Status.NO;
    }

    public override void StringField(FieldInfo fieldInfo, string value)
    {
        if (fieldInfo.Name == FieldNames.Card)
            Card = RecordCard.Read(value);
        else
            passages.Add(StoredPassage.Read(next + 1, value));
    }
}
