using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Reading;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class TranscriptTests : IDisposable
{
    private readonly RenderedParts parts = new();

    [Fact]
    public void ASpeakerStandsAtTheTurnAndIsNotRepeated()
    {
        var text = Render(Talks.Of(("В.Берегов", "Раз."), ("В.Берегов", "Два."), ("Н.Штиль", "Три."), (null, "Четыре.")));
        Assert.Equal(["В.Берегов", "Н.Штиль"], text.FindAll("h2.speaker").Select(heading => heading.TextContent));
        Assert.Equal(3, text.FindAll("section.turn").Count);
        Assert.Equal(["p1", "p2", "p3", "p4"], text.FindAll(".passage").Select(passage => passage.Id));
    }

    [Fact]
    public void APermanentLinkLeadsToTheRecordAndNamesItsPassage()
    {
        var number = Render(Talks.Of((null, "Раз."), (null, "Два."))).Find("#p2 a.number");
        Assert.Equal("/ru/events/900000001#p2", number.GetAttribute("href"));
        Assert.Contains("2", number.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutPassagesThePageSaysSo() => Assert.Equal("У документа нет текста: на странице только заголовок или снимки.", Render([]).Find(".empty").TextContent);

    public void Dispose() => parts.Dispose();

    private IRenderedComponent<Transcript> Render(IReadOnlyList<Passage> passages)
    {
        var record = new ArchiveRecord
        {
            Id = RecordId.Parse("ru/events/900000001")!,
            Address = "http://kremlin.ru/events/president/news/900000001",
            Title = "Встреча",
            Published = PrintedTime.Parse("2024-10-01")!.Value,
            Kind = Kind.Meeting,
            Passages = passages,
        };
        return parts.Render<Transcript>(given => given
            .Add(part => part.Turns, Turn.Of(passages)).Add(part => part.Marked, ArchiveIndex.Mark(record, new SearchRequest()).Passages).Add(part => part.Id, record.Id));
    }
}
