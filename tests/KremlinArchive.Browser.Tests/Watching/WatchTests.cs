using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Watching;

/// <summary>What the readers' watch and the inspection must not let pass: each is shown a page that is wrong in one way.</summary>
public sealed class WatchTests(Chromium chromium, ReadingRoom room)
{
    private const string Sound = "<a class='skip' href='#content'>Дальше</a><main id='content'><h1>Заголовок</h1></main>";

    [Theory]
    [InlineData("<script>console.error('сломано')</script>", "error on the console: сломано")]
    [InlineData("<script>throw new Error('сломано')</script>", "error in a script")]
    [InlineData("<img alt='' src='/missing.png'>", "/missing.png answered 404")]
    [InlineData("<img alt='' src='http://example.invalid/pixel.png'>", "another host was asked: http://example.invalid/pixel.png")]
    [InlineData("<script>new WebSocket('ws://example.invalid/')</script>", "another host was asked: ws://example.invalid/")]
    [InlineData("<meta http-equiv='Content-Security-Policy' content=\"style-src 'self'\"><p style='color: red'>Цвет</p>", "Content Security Policy")]
    public async Task AWrongPageIsAComplaint(string markup, string complaint)
    {
        await using var reader = await OpenAsync(Sound + markup);
        await reader.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        Assert.Contains(reader.Watch.Complaints, heard => heard.Contains(complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<img src='/favicon.svg'>", "image-alt")]
    [InlineData("<input>", "label")]
    [InlineData("<p style='color: #bbb; background: #fff'>Едва видно</p>", "color-contrast")]
    public async Task AnInaccessiblePageFails(string markup, string rule)
    {
        await using var reader = await OpenAsync(Sound.Replace("</main>", markup + "</main>", StringComparison.Ordinal));
        var failure = await Assert.ThrowsAnyAsync<Exception>(reader.IsAccessibleAsync);
        Assert.Contains(rule + ":", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJumpFails()
    {
        await using var reader = await OpenAsync(
            "<div id='late'></div><main><p>Текст, который подвинут.</p></main><script>addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => late.style.height = '200px')))</script>");
        await reader.SettleAsync();
        var failure = await Assert.ThrowsAnyAsync<Exception>(reader.HasNotJumpedAsync);
        Assert.Contains("<main>", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div style='width: 3000px'>Широко</div>", "in a window of 1440")]
    [InlineData("<h1>Второй заголовок</h1>", "2 headings")]
    [InlineData("<style>a:focus { outline: none }</style>", "cannot be seen")]
    [InlineData("<style>.skip { position: absolute; left: -200px; width: 100px }</style>", "cannot be seen")]
    public async Task AnIllMadePageFails(string markup, string failure)
    {
        await using var reader = await OpenAsync(Sound.Replace("</main>", markup + "</main>", StringComparison.Ordinal));
        var thrown = await Assert.ThrowsAnyAsync<Exception>(reader.InspectAsync);
        Assert.Contains(failure, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASoundPagePasses()
    {
        await using var reader = await OpenAsync(Sound);
        await reader.HasNotJumpedAsync();
        await reader.InspectAsync();
        Assert.Empty(reader.Watch.Complaints);
    }

    private async Task<Reader> OpenAsync(string body)
    {
        var reader = await Reader.SitDownAsync(chromium.Browser, room.Address, new Seat());
        await reader.Page.RouteAsync("**/wrong", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = $"<!doctype html><html lang='ru'><title>Неверная страница</title>{body}</html>",
        }));
        await reader.OpenAsync("/wrong");
        return reader;
    }
}
