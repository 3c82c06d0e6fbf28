using KremlinArchive.Records;
using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Runs;

/// <summary>A page of a batch with its bytes and records packed for the database.</summary>
/// <param name="Page">The page.</param>
/// <param name="Content">Its bytes, packed; null for a page that is not kept.</param>
/// <param name="Records">Its records with their packed content.</param>
internal sealed record PackedPage(ReadPage Page, ContentRow? Content, IReadOnlyList<(ArchiveRecord Record, PackedRecord Packed)> Records)
{
    public static PackedPage Of(ReadPage page)
    {
        var records = page.Reading is PageReading.Documents documents ? documents.Records : [];
        return new PackedPage(page, Pack(page), [.. records.Select(record => (record, PackedRecord.Of(record)))]);
    }

    /// <summary>The records that the page is about, also where it says that one is not there.</summary>
    public IEnumerable<RecordId> Named => Page.Reading is PageReading.Absent absent ? [absent.Record] : Records.Select(record => record.Record.Id);

    // What is not a document is recognized again whenever it comes; only documents and quarantine keep their bytes.
    private static ContentRow? Pack(ReadPage page) => page.Reading is PageReading.Skipped
        ? null
        : new ContentRow
        {
            Sha256 = page.Capture.Sha256,
            Length = page.Capture.Length,
            KeptLength = page.Capture.Bytes.Length,
            Packed = PackedBytes.Pack(page.Capture.Bytes.Span),
        };
}
