using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Store.Reading;
using KremlinArchive.Web.Tests.Support;
using KremlinArchive.Web.Versions;

namespace KremlinArchive.Web.Tests.Versions;

public sealed class VersionNoticeTests
{
    [Theory]
    [InlineData(2, true, "This is version 2, the current one: the archive has seen no newer text.")]
    [InlineData(1, true, "This is version 1, not the current one; its text is the same as the current one’s.")]
    [InlineData(1, false, "This is version 1. Its text no longer stands.")]
    public void OnlyOfATextThatWasEditedItIsSaidThatItNoLongerStands(int number, bool hasCurrentText, string said)
    {
        using var parts = new RenderedParts(Language.English);
        var notice = parts.Render<VersionNotice>(notice => notice.Add(part => part.Version, Version(number)).Add(part => part.HasCurrentText, hasCurrentText));
        Assert.Equal(said, notice.Find("b").TextContent);
    }

    private static StoredVersion Version(int number)
    {
        var history = new VersionHistory(RecordId.Parse("ru/events/1")!, "Invented", [Entry(1), Entry(2)]);
        var record = new ArchiveRecord
        {
            Id = history.Id,
            Address = "http://kremlin.ru/events/president/news/1",
            Title = "Invented",
            Published = new PrintedTime(new DateOnly(2026, 3, 5), new TimeOnly(10, 0)),
            Kind = Kind.Meeting,
            Passages = [],
        };
        return new StoredVersion(history, history.Find(number)!, record, HasTranslation: false);
    }

    private static VersionEntry Entry(int number) => new()
    {
        Number = number,
        IsCurrent = number == 2,
        Form = CaptureForm.Page,
        SeenFirst = null,
        SeenLast = null,
        ImportedAt = DateTimeOffset.UnixEpoch,
        CapturedAt = null,
        Sha256 = "",
    };
}
