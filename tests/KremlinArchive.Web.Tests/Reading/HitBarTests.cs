using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Web.Reading;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class HitBarTests : IDisposable
{
    private readonly RenderedParts parts = new();

    [Fact]
    public void MatchesAreCountedInTitleLeadAndText()
    {
        var marked = new MarkedRecord(Marked("", "маяк"), Marked("", "маяк", "и", "маяки"), [Marked("нет"), Marked("у", "маяка"), Marked("", "маяк")]);
        var passages = marked.Passages.Select((text, at) => new Passage(at + 1, at == 2 ? "Смотритель" : null, text.ToString()));
        var turns = Turn.Of([.. passages]);
        var hits = HitCount.Of(marked, turns);
        Assert.Equal(5, hits.Total);
        Assert.Equal([2, 3], hits.Passages);
        Assert.Equal([3], HitCount.Of(marked, [.. turns.Where(turn => turn.Speaker is not null)]).Passages);
    }

    [Theory]
    [InlineData(1, "1 совпадение", "# из 1 совпадения")]
    [InlineData(4, "4 совпадения", "# из 4 совпадений")]
    [InlineData(11, "11 совпадений", "# из 11 совпадений")]
    [InlineData(21, "21 совпадение", "# из 21 совпадения")]
    public void TheCountIsSaidInWords(int total, string count, string position)
    {
        var bar = Render(new HitCount(total, [1]));
        Assert.Equal(count, bar.Find("[role=status]").TextContent);
        Assert.Equal(position, bar.Find("hit-bar").GetAttribute("data-position"));
    }

    [Fact]
    public void WithoutAScriptThePassagesAreLinksAndSoIsTheWayBack()
    {
        var bar = Render(new HitCount(3, [2, 9]));
        Assert.Equal(["/ru/events/1?q=x#p2", "/ru/events/1?q=x#p9"], bar.FindAll(".plain a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/?q=x#ru-events-1", bar.Find("a.back").GetAttribute("href"));
    }

    [Fact]
    public void ASlimBarHoldsTenPassages()
    {
        var bar = Render(new HitCount(50, [.. Enumerable.Range(1, 50)]));
        Assert.Equal(10, bar.FindAll(".plain a").Count);
        Assert.EndsWith("…", bar.Find(".plain").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void MatchesInTheTitleAloneNameNoPassages() => Assert.Empty(Render(new HitCount(1, [])).FindAll(".plain"));

    public void Dispose() => parts.Dispose();

    private IRenderedComponent<HitBar> Render(HitCount hits) => parts.Render<HitBar>(given => given
        .Add(part => part.Hits, hits).Add(part => part.Address, "/ru/events/1?q=x").Add(part => part.Back, "/?q=x#ru-events-1"));

    // Pieces that do not match and that match, in turn.
    private static MarkedText Marked(params string[] pieces) => new([.. pieces.Select((piece, index) => new MarkedPiece(piece, index % 2 == 1))]);
}
