using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Reading;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// What the index keeps of a record: one document, its text with positions and a gap between passages, each passage stored
/// for itself, columns for facets and orders.
/// </summary>
internal static class RecordDocument
{
    /// <summary>Between the key, the language and the name of a facet's value.</summary>
    public const char NameSeparator = '\u001F';

    private static readonly FieldType Words = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    private static readonly FieldType Kept = new() { IsStored = true };

    static RecordDocument()
    {
        Words.Freeze();
        Kept.Freeze();
    }

    /// <summary>The document of a record as it stands.</summary>
    public static List<IIndexableField> Of(StoredRecord stored) => Of(stored, isSuperseded: false);

    /// <summary>The document of a version that is no longer current.</summary>
    public static List<IIndexableField> OfSuperseded(StoredRecord stored) => Of(stored, isSuperseded: true);

    private static List<IIndexableField> Of(StoredRecord stored, bool isSuperseded)
    {
        var record = stored.Record;
        var fields = new List<IIndexableField>
        {
            new StringField(FieldNames.Id, record.Id.ToString(), Field.Store.NO),
            new Field(FieldNames.Card, RecordCard.Of(stored, isSuperseded).Write(), Kept),
            new NumericDocValuesField(FieldNames.Published, record.Published.SortInstant.ToUnixTimeSeconds()),
            new NumericDocValuesField(FieldNames.Identity, IdentityColumn.Pack(record.Id)),
        };
        fields.Add(new StringField(FieldNames.WholeTitle, WholeTitle.Of(record.Title), Field.Store.NO));
        Searched(fields, FieldNames.Title, [record.Title]);
        Searched(fields, FieldNames.Lead, [record.Lead]);
        Searched(fields, FieldNames.Place, [record.Place]);
        Searched(fields, FieldNames.Tags, record.Topics.Concat(record.Persons).Concat(record.Countries).Concat(record.Regions).Select(tag => tag.Name));
        Passages(fields, record.Passages);
        foreach (var facet in FacetNames.All)
            Facets(fields, record, facet);
        return fields;
    }

    private static IReadOnlyList<int> Searched(List<IIndexableField> fields, string name, IEnumerable<string?> texts)
    {
        var terms = new FieldTerms();
        var lengths = new List<int>();
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
                lengths.Add(terms.Add(Spelling.Compose(text)));
        }

        fields.Add(new Field(name, terms.ToStream(), Words));
        return lengths;
    }

    private static void Passages(List<IIndexableField> fields, IReadOnlyList<Passage> passages)
    {
        List<string> speakers = [.. passages.Select(passage => passage.Speaker).OfType<string>().Where(label => label.Length > 0).Distinct(StringComparer.Ordinal)];
        var numbers = speakers.Index().ToDictionary(speaker => speaker.Item, speaker => speaker.Index, StringComparer.Ordinal);
        var terms = new FieldTerms();
        var layout = new List<(int Words, int Speaker)>(passages.Count);
        foreach (var passage in passages)
        {
            var text = Spelling.Compose(passage.Text);
            layout.Add((terms.Add(text), passage.Speaker is { Length: > 0 } speaker ? numbers[speaker] : -1));
            fields.Add(new Field(FieldNames.Passage, StoredPassage.Write(passage.Speaker, text), Kept));
        }

        fields.Add(new Field(FieldNames.Text, terms.ToStream(), Words));
        fields.Add(new BinaryDocValuesField(FieldNames.Layout, RecordLayout.Pack(Searched(fields, FieldNames.Speaker, speakers), layout)));
    }

    private static void Facets(List<IIndexableField> fields, ArchiveRecord record, Facet facet)
    {
        foreach (var (key, name) in FacetKeys.Of(record, facet))
        {
            fields.Add(new SortedSetDocValuesField(FieldNames.Keys(facet), new BytesRef(key)));
            if (name is not null)
                fields.Add(new SortedSetDocValuesField(FieldNames.Names(facet), new BytesRef($"{key}{NameSeparator}{record.Id.Language.Code()}{NameSeparator}{name}")));
        }
    }
}
