using KremlinArchive.Records;
using KremlinArchive.Store.Reading;
using KremlinArchive.Web.Reading;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class CitationTests
{
    [Fact]
    public void ARussianRecordIsCitedInRussian() => Assert.Equal(
        "Встреча с Президентом США Джозефом Байденом // Президент России: официальный сайт. 7 декабря 2021, 20:15. "
        + "URL: http://kremlin.ru/events/president/news/67315 (CC BY 4.0). По копии в архиве KremlinArchive, версия 2: https://archive.example/ru/events/67315",
        Citation.Of(Stored("ru/events/67315", "Встреча с Президентом США Джозефом Байденом", "2021-12-07T20:15:00+03:00"), "https://archive.example/ru/events/67315"));

    [Fact]
    public void AnEnglishRecordIsCitedInEnglishAndADateAloneIsADateAlone()
    {
        var citation = Citation.Of(Stored("en/events/67315", "Meeting with US President Joseph Biden.", "2021-12-07"), "https://archive.example/en/events/67315");
        Assert.StartsWith("“Meeting with US President Joseph Biden”. President of Russia, official website, 7 December 2021. http://", citation, StringComparison.Ordinal);
        Assert.EndsWith("version 2: https://archive.example/en/events/67315", citation, StringComparison.Ordinal);
    }

    [Fact]
    public void ASampleIsNeverCitedAsAPageOfTheSite()
    {
        var citation = Citation.Of(Stored("ru/events/900000001", "Встреча", "2024-10-01"), "https://archive.example/ru/events/900000001");
        Assert.Contains("Вымышленный образец", citation, StringComparison.Ordinal);
        Assert.DoesNotContain("kremlin.ru", citation, StringComparison.Ordinal);
    }

    private static StoredRecord Stored(string id, string title, string published) => new()
    {
        Record = new ArchiveRecord
        {
            Id = RecordId.Parse(id)!,
            Address = "http://kremlin.ru/events/president/news/67315",
            Title = title,
            Published = PrintedTime.Parse(published)!.Value,
            Kind = Kind.Meeting,
        },
        Version = 2,
        Versions = 2,
        CapturedAt = null,
        ImportedAt = DateTimeOffset.UnixEpoch,
        Sha256 = new string('0', 64),
        HasTranslation = false,
    };
}
