using System.Globalization;
using System.Net;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Desk;
using KremlinArchive.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(DeskServer))]

namespace KremlinArchive.Web.Tests.Desk;

/// <summary>One server for all tests of the desk, with an archive of its own that takes uploads up to a megabyte, and an admin's browser.</summary>
public sealed class DeskServer : IAsyncLifetime
{
    private readonly TempDirectory directory = new();

    /// <summary>What it fetches from; any host below .example is there, too, for refusals that are to hold up nobody else.</summary>
    public FakeSite Site { get; } = new();

    internal RunningServer Server { get; private set; } = null!;

    /// <summary>Keeps the admin's cookies.</summary>
    internal HttpClient Browser { get; private set; } = null!;

    internal string Uploads => directory.At("uploads");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        Server = await RunningServer.StartAsync(
            directory.Path, "--Archive:LargestUpload", "1 MB", "--Archive:Fetch:Proxy", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Site.Port}"),
            "--Archive:Fetch:LeastPause", "0", "--Archive:Fetch:MostPause", "0", "--Archive:Fetch:Tries", "1", "--Archive:Fetch:Hosts", "kremlin.ru, *.kremlin.ru, *.example");
        Browser = await Server.SignedInAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Server.DisposeAsync();
        await Site.DisposeAsync();
        directory.Dispose();
    }

    /// <summary>Posts files as the form of the overview does.</summary>
    internal async Task<HttpResponseMessage> UploadAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var form = await FormAsync();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/import") { Content = form };
        // As browsers do not, but a refusal that comes early would sometimes meet a body that is still being written.
        request.Headers.ExpectContinue = true;
        return await Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A form that holds nothing but the token of the page.</summary>
    internal async Task<MultipartFormDataContent> FormAsync() => new() { { new StringContent(await TokenAsync()), "__RequestVerificationToken" } };

    /// <summary>The page of an address, parsed; it must answer with the status.</summary>
    internal async Task<AngleSharp.Dom.IDocument> PageAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{address} answered {(int)response.StatusCode}");
        return await response.DocumentAsync();
    }

    /// <summary>The page that an answer leads to, as soon as it satisfies; fails when it does not in 30 seconds.</summary>
    internal async Task<AngleSharp.Dom.IDocument> EventuallyAsync(string address, Func<AngleSharp.Dom.IDocument, bool> satisfies)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            using var response = await Browser.GetAsync(address, TestContext.Current.CancellationToken);
            if (response.Headers.Location is { } location)
            {
                address = location.OriginalString;
                continue;
            }

            var page = await response.DocumentAsync();
            if (satisfies(page))
                return page;
            Assert.True(DateTime.UtcNow < until, $"{address} still shows {page.Body!.TextContent}");
        }
    }

    /// <summary>The page of the run that an answer leads to, when the run is over.</summary>
    internal Task<AngleSharp.Dom.IDocument> RunAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return EventuallyAsync(answer.Headers.Location!.OriginalString, page => page.QuerySelector("#outcomes") is not null && page.QuerySelector("form[action$=cancel]") is null);
    }

    private async Task<string> TokenAsync() =>
        (await PageAsync("/admin")).QuerySelector("form[enctype] input[type=hidden]")!.GetAttribute("value")!;
}
