using System.Text;
using System.Text.Json;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Reading;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Json;

public sealed class ArchiveJsonTests
{
    [Fact]
    public async Task ASearchAnswerHasEveryFieldOfTheContract()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/67315", "О газе", "Договор о газе.") with { Place = "Сочи" });
        var json = Encoding.UTF8.GetString(ArchiveJson.Write(archive.Ask("\"газ")));
        Assert.Contains("\"place\":\"Сочи\"", json, StringComparison.Ordinal);
        Assert.Contains("\"snippets\":[{\"passage\":1,\"speaker\":null,\"html\":\"Договор о <mark>газе</mark>.\"}]", json, StringComparison.Ordinal);
        var answer = JsonDocument.Parse(json).RootElement;
        Assert.Equal(["total", "took_ms", "page", "size", "warnings", "rescue", "hits", "facets", "other_names", "partial"], Names(answer));
        Assert.Equal(["code", "text"], Names(answer.GetProperty("warnings")[0]));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("rescue").ValueKind);
        Assert.Equal(["year", "kind", "place", "person", "country", "topic", "language"], Names(answer.GetProperty("facets")));
        Assert.Equal(["value", "label", "count"], Names(answer.GetProperty("facets").GetProperty("year")[0]));
        var hit = answer.GetProperty("hits")[0];
        Assert.Empty(new[] { "id", "url", "title", "published_at", "place", "kind", "language", "score", "snippets" }.Except(Names(hit)));
        Assert.Equal("ru/events/67315", hit.GetProperty("id").GetString());
        Assert.Equal("2021-12-07T20:15:00+03:00", hit.GetProperty("published_at").GetString());
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
    }

    [Fact]
    public void ARecordHasEveryFieldOfTheContractAndNullForWhatIsAbsent()
    {
        var record = JsonDocument.Parse(ArchiveJson.Write(Stored(Documents.Record() with { Topics = [new Tag("82", "Внешняя политика")] }))).RootElement;
        Assert.Equal(
            ["id", "url", "language", "collection", "number", "title", "lead", "published_at", "place", "kind", "sections", "topics", "persons", "countries", "regions",
             "event_dates", "updated_at", "translation", "passages", "version", "versions", "captured_at", "imported_at", "sha256"],
            Names(record));
        Assert.All(["lead", "place", "event_dates", "updated_at", "translation", "captured_at"], name => Assert.Equal(JsonValueKind.Null, record.GetProperty(name).ValueKind));
        Assert.Equal(67315, record.GetProperty("number").GetInt32());
        Assert.Equal(["key", "name"], Names(record.GetProperty("topics")[0]));
        Assert.Equal("{\"n\":1,\"speaker\":null,\"text\":\"Первый абзац.\"}", record.GetProperty("passages")[0].GetRawText());
    }

    [Fact]
    public void DatesOfAnAnnouncementAndADateAloneAreDays()
    {
        var announcement = Documents.Record() with
        {
            Published = new PrintedTime(new DateOnly(2003, 5, 1)),
            EventDates = new DaySpan(new DateOnly(2003, 5, 2), new DateOnly(2003, 5, 4)),
        };
        var record = JsonDocument.Parse(ArchiveJson.Write(Stored(announcement) with { HasTranslation = true })).RootElement;
        Assert.Equal("2003-05-01", record.GetProperty("published_at").GetString());
        Assert.Equal("[\"2003-05-02\",\"2003-05-04\"]", record.GetProperty("event_dates").GetRawText());
        Assert.Equal("en/events/67315", record.GetProperty("translation").GetString());
    }

    [Fact]
    public void TheStatusIsAsTheContractSays() => Assert.Equal(
        "{\"records\":5,\"change\":7,\"indexed_change\":6,\"index_lag\":1,\"version\":\"1.0\"}", Encoding.UTF8.GetString(ArchiveJson.Write(new ArchiveStatus(5, 7, 6, 1, "1.0"))));

    [Fact]
    public async Task TheFacetsOfAnEmptyAnswerAreThere()
    {
        using var archive = await SearchedArchive.WithAsync();
        var facets = JsonDocument.Parse(ArchiveJson.Write(archive.Ask(new SearchRequest { Page = 9 }))).RootElement.GetProperty("facets");
        Assert.Equal(0, facets.GetProperty("topic").GetArrayLength());
    }

    private static StoredRecord Stored(ArchiveRecord record) => new()
    {
        Record = record,
        Version = 1,
        Versions = 1,
        CapturedAt = null,
        ImportedAt = new DateTimeOffset(2021, 12, 8, 0, 0, 0, TimeSpan.Zero),
        Sha256 = new string('0', 64),
        HasTranslation = false,
    };

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
