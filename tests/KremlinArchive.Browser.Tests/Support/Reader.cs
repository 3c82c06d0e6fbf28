using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>One reader at one window: opens pages of the server, clicks, types; whatever goes wrong meanwhile is watched.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri home;

    private Reader(IBrowserContext context, Watch watch, IPage page, Uri home, Seat seat)
    {
        this.context = context;
        this.home = home;
        Watch = watch;
        Page = page;
        Seat = seat;
    }

    public Seat Seat { get; }

    public IPage Page { get; }

    public Watch Watch { get; }

    /// <summary>The address that is shown, from its path on, in readable letters.</summary>
    public string Address => Uri.UnescapeDataString(new Uri(Page.Url).PathAndQuery + new Uri(Page.Url).Fragment).Replace('+', ' ');

    public static async Task<Reader> SitDownAsync(IBrowser browser, Uri home, Seat seat, string? session = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = seat.Language == "ru" ? "ru-RU" : "en-US",
            TimezoneId = "Europe/Berlin",
            ColorScheme = seat.Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = seat.Width, Height = seat.Height },
            JavaScriptEnabled = seat.HasScript,
            StorageState = session,
        });
        var watch = new Watch(context, home);
        return new Reader(context, watch, await context.NewPageAsync(), home, seat);
    }

    /// <summary>Opens an address of the server, which must answer with the status, and waits until the page stands.</summary>
    public async Task OpenAsync(string address, int status = 200)
    {
        var whole = new Uri(home, address);
        if (status != 200)
            Watch.Expect(whole.AbsoluteUri, status);
        var response = await Page.GotoAsync(whole.AbsoluteUri);
        Assert.Equal(status, response!.Status);
        await SettleAsync();
    }

    /// <summary>Waits until the page and its fonts are there and what they moved has been drawn.</summary>
    public async Task SettleAsync()
    {
        if (Seat.HasScript)
            await Page.EvaluateAsync("async () => { if (document.readyState !== 'complete') await new Promise(loaded => addEventListener('load', loaded)); await document.fonts.ready; for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame); }");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
