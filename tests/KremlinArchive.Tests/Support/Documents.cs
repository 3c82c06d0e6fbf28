using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Support;

/// <summary>Invented records and the captures that they came in.</summary>
internal static class Documents
{
    public static ArchiveRecord Record(string id = "ru/events/67315", string title = "Беседа о погоде", params string[] paragraphs) => new()
    {
        Id = RecordId.Parse(id)!,
        Address = $"http://kremlin.ru/events/president/news/{id.Split('/')[2]}",
        Title = title,
        Published = new PrintedTime(new DateOnly(2021, 12, 7), new TimeOnly(20, 15)),
        Kind = Kind.Meeting,
        Passages = [.. (paragraphs.Length > 0 ? paragraphs : ["Первый абзац.", "Второй абзац."]).Select((text, at) => new Passage(at + 1, null, text))],
    };

    /// <summary>A read page of one record; its bytes follow from the record, the form and the time.</summary>
    public static ReadPage Page(ArchiveRecord record, CaptureForm form = CaptureForm.Page, DateTimeOffset? capturedAt = null) => new(
        Capture.Of($"{form}/{record.Id}.html", Encoding.UTF8.GetBytes($"{form} {capturedAt:O} {record} {string.Join('|', record.Passages)}"), capturedAt),
        PageReading.Documents.One(form, record));
}
