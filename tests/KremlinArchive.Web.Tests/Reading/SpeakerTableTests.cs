using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Web.Reading;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class SpeakerTableTests : IDisposable
{
    private readonly RenderedParts parts = new(Language.English);

    [Fact]
    public void ASpeakerLeadsToTheirFirstTurn()
    {
        var row = Render(new Voice("Nikolai Still", 12, 1_500, 7)).Find("tbody tr");
        Assert.Equal("/en/events/1#p7", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal(["12", "1,500", "only"], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("/en/events/1?only=Nikolai%20Still", row.QuerySelector("td a")!.GetAttribute("href"));
    }

    [Fact]
    public void ManySpeakersAreFoldedAfterTheFirst()
    {
        var table = Render([.. Enumerable.Range(1, 70).Select(number => new Voice($"Speaker {number}", 1, 100 - number, number))]);
        Assert.Equal(5, table.FindAll(".note > table tbody tr").Count);
        Assert.Equal(65, table.FindAll("details details tbody tr").Count);
        Assert.Contains("65", table.Find("details details summary").TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => parts.Dispose();

    private IRenderedComponent<SpeakerTable> Render(params IReadOnlyList<Voice> voices) => parts.Render<SpeakerTable>(given => given
        .Add(part => part.Voices, voices).Add(part => part.Address, "/en/events/1").Add(part => part.Only, name => $"/en/events/1?only={Uri.EscapeDataString(name)}").Add(part => part.Language, Language.English));
}
