using System.Net;
using System.Text;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Safety;
using KremlinArchive.Store.Captures;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>What asking for one page gives, whatever the site does.</summary>
public sealed class SiteClientTests : IClassFixture<FakeSite>, IDisposable
{
    private const string Address = "http://kremlin.ru/events/president/news/67315";

    private readonly FakeSite site;
    private readonly HastyClock clock = new();
    private readonly List<FetchWait> waits = [];
    private SiteClient client;

    public SiteClientTests(FakeSite site)
    {
        this.site = site;
        site.Clear();
        client = site.Client(clock);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task AFetchedPageIsACaptureWithAllThatTheServerSaid()
    {
        site.Serve(Address, FakeAnswer.Page("<p>Погода</p>") with { Headers = [("Content-Type", "text/html"), ("X-Two", "1"), ("X-Two", "2")] });
        var capture = Assert.IsType<FetchAnswer.Page>(await FetchAsync()).Capture;
        Assert.Equal("<p>Погода</p>", Encoding.UTF8.GetString(capture.Bytes.Span));
        Assert.Equal((Address, CaptureWay.Fetch, clock.GetUtcNow()), (capture.Source, capture.Way, capture.CapturedAt));
        var exchange = capture.Exchange!;
        Assert.Equal((Address, Address, 200), (exchange.Address, exchange.FinalAddress, exchange.Status));
        Assert.Equal("text/html", exchange.Header("content-type"));
        Assert.Equal(["1", "2"], exchange.Headers.Where(header => header.Name == "X-Two").Select(header => header.Value));
    }

    [Fact]
    public async Task NoSiteIsToldOfOurTraces()
    {
        using var trace = new System.Diagnostics.Activity("test").Start();
        await FetchAsync();
        Assert.DoesNotContain(site.LastHeaders, header => header.Key is "traceparent" or "tracestate" or "Request-Id" or "baggage");
        Assert.NotEmpty(site.LastHeaders.UserAgent.ToString());
    }

    [Fact]
    public async Task TheArchiveSaysWhoItIsAndWhereToComplain()
    {
        client = site.Client(clock, new FetchSettings { Contact = "mail@archive.example" });
        await FetchAsync();
        Assert.Matches(@"\AKremlinArchive/[0-9.]+ \(\+mail@archive\.example\)\z", site.LastHeaders.UserAgent.ToString());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task APageThatIsNotThereIsSaidToBeAbsentWithTheAnswerAsEvidence(int status)
    {
        site.Serve(Address, FakeAnswer.Of(status));
        var capture = Assert.IsType<FetchAnswer.Absent>(await FetchAsync()).Capture;
        Assert.Equal(status, capture.Exchange!.Status);
        Assert.Contains($"{status}", Encoding.UTF8.GetString(capture.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectIsFollowedAndKept()
    {
        site.Serve("http://kremlin.ru/d/67315", FakeAnswer.Redirect("/events/president/news/67315"));
        site.Serve(Address, "here");
        var capture = Assert.IsType<FetchAnswer.Page>(await FetchAsync("http://kremlin.ru/d/67315")).Capture;
        Assert.Equal(("http://kremlin.ru/d/67315", Address), (capture.Exchange!.Address, capture.Exchange.FinalAddress));
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://kremlin.ru:8080/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/")]
    public async Task ARedirectToWhereNothingIsFetchedFromIsNotFollowed(string to)
    {
        site.Serve(Address, FakeAnswer.Redirect(to));
        Assert.Contains("redirects to", Assert.IsType<FetchAnswer.Unusable>(await FetchAsync()).Reason, StringComparison.Ordinal);
        Assert.Equal([Address], site.Asked);
    }

    [Fact]
    public async Task ARedirectWithoutEndEnds()
    {
        site.Serve(Address, FakeAnswer.Redirect(Address));
        Assert.Contains("more than 5 times", Assert.IsType<FetchAnswer.Unusable>(await FetchAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AForeignAddressIsNotEvenAskedForItsRobots()
    {
        Assert.IsType<FetchAnswer.Forbidden>(await FetchAsync("http://example.com/"));
        Assert.Empty(site.AskedWithRobots);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("fd00::1")]
    public async Task AHostThatLeadsIntoAPrivateNetworkIsNotAsked(string address)
    {
        client = Resolving(_ => [IPAddress.Parse(address)]);
        Assert.Contains("no address of the public internet", Assert.IsType<FetchAnswer.Unusable>(await FetchAsync()).Reason, StringComparison.Ordinal);
        Assert.Empty(site.AskedWithRobots);
    }

    [Fact]
    public async Task ANameThatChangesItsMindAfterTheFirstLookGainsNothing()
    {
        var dialled = new List<IPAddress>();
        var looks = 0;
        client = new SiteClient(new FetchSettings(), clock, new Network(
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(looks++ == 0 ? "93.184.216.34" : "127.0.0.1")]),
            (end, cancellation) =>
            {
                dialled.Add(end.Address);
                return site.DialAsync(end, cancellation);
            }));
        site.Serve("http://kremlin.ru/robots.txt", FakeAnswer.Of(404, ("Connection", "close")));
        Assert.IsType<FetchAnswer.Unusable>(await FetchAsync());
        Assert.Equal(["93.184.216.34"], dialled.Select(address => address.ToString()));
        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task OfSeveralAddressesOnlyThePublicOnesAreDialled()
    {
        site.Serve(Address, "here");
        var dialled = new List<IPAddress>();
        client = new SiteClient(new FetchSettings(), clock, new Network(
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1"), IPAddress.Parse("93.184.216.34")]),
            (end, cancellation) =>
            {
                dialled.Add(end.Address);
                return site.DialAsync(end, cancellation);
            }));
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
        Assert.All(dialled, address => Assert.Equal("93.184.216.34", address.ToString()));
    }

    [Fact]
    public async Task ThroughAProxyTheNameIsAskedOfTheProxy()
    {
        site.Serve(Address, "here");
        client = new SiteClient(new FetchSettings { Proxy = new Uri($"http://127.0.0.1:{site.Port}") }, clock);
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
        Assert.IsType<FetchAnswer.Forbidden>(await FetchAsync("http://127.0.0.1/"));
        Assert.Equal([Address], site.Asked);
    }

    [Fact]
    public async Task AProxyIsToldTheNameAndPasswordInItsAddress()
    {
        site.Serve(Address, FakeAnswer.Of(407, ("Proxy-Authenticate", "Basic realm=\"proxy\"")), FakeAnswer.Page("here"));
        client = new SiteClient(new FetchSettings { Proxy = new Uri($"http://name:p%40ss@127.0.0.1:{site.Port}") }, clock);
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
        Assert.Equal("Basic " + Convert.ToBase64String("name:p@ss"u8), site.LastHeaders["Proxy-Authorization"]);
    }

    [Fact]
    public async Task APackedAnswerIsUnpackedAndItsHeadersStayAsTheyCame()
    {
        site.Serve(Address, FakeAnswer.Page("<p>packed</p>").Zipped());
        var capture = Assert.IsType<FetchAnswer.Page>(await FetchAsync()).Capture;
        Assert.Equal("<p>packed</p>", Encoding.UTF8.GetString(capture.Bytes.Span));
        Assert.Equal("gzip", capture.Exchange!.Header("Content-Encoding"));
    }

    [Fact]
    public async Task AnAnswerOfMoreThanAPageMayHaveIsNotReadToItsEnd()
    {
        client = site.Client(clock, new FetchSettings { LargestAnswer = 1000 });
        site.Serve(Address, FakeAnswer.Page(new string('x', 1001)));
        Assert.Contains("more than", Assert.IsType<FetchAnswer.Unusable>(await FetchAsync()).Reason, StringComparison.Ordinal);
        site.Serve(Address, FakeAnswer.Page(new string('x', 1000)));
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
    }

    [Fact]
    public async Task ABombIsNotUnpackedBeyondTheLimit()
    {
        client = site.Client(clock, new FetchSettings { LargestAnswer = 100_000 });
        site.Serve(Address, FakeAnswer.Page(new byte[20_000_000]).Zipped());
        Assert.Contains("more than", Assert.IsType<FetchAnswer.Unusable>(await FetchAsync()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((int)FakeFault.Cut)]
    [InlineData((int)FakeFault.CutInChunks)]
    [InlineData((int)FakeFault.Drop)]
    public async Task AnAnswerThatIsCutOffIsAskedForAgain(int fault)
    {
        var whole = FakeAnswer.Page(new string('x', 5000));
        site.Serve(Address, whole with { Fault = (FakeFault)fault }, whole);
        Assert.Equal(5000, Assert.IsType<FetchAnswer.Page>(await FetchAsync()).Capture.Length);
        Assert.Equal(2, site.Asked.Count);
    }

    [Fact]
    public async Task APackedAnswerThatEndsTooEarlyIsNotTakenForWhole()
    {
        var whole = FakeAnswer.Page(string.Concat(Enumerable.Range(0, 2000))).Zipped();
        site.Serve(Address, whole with { Body = whole.Body[..(whole.Body.Length / 2)] });
        Assert.IsType<FetchAnswer.Failed>(await FetchAsync());
        Assert.Equal(3, site.Asked.Count);
    }

    [Fact]
    public async Task AServerThatNeverAnswersIsGivenUpAfterThreeTries()
    {
        // Long enough for robots.txt on a busy machine: only the page is to time out.
        client = site.Client(clock, new FetchSettings { Timeout = TimeSpan.FromSeconds(1) });
        await FetchAsync("http://kremlin.ru/d/1");
        site.Serve(Address, new FakeAnswer { Fault = FakeFault.Hang });
        Assert.Contains("did not answer", Assert.IsType<FetchAnswer.Failed>(await FetchAsync()).Reason, StringComparison.Ordinal);
        Assert.Equal(3, site.Asked.Count(address => address == Address));
    }

    [Theory]
    [InlineData("20200827101112id_", "2020-08-27T10:11:12.0000000+00:00")]
    [InlineData("2020id_", null)]
    public async Task ACopyOfTheWebArchiveHasTheTimeOfItsCapture(string stamp, string? time)
    {
        var address = $"http://web.archive.org/web/{stamp}/{Address}";
        site.Serve(address, "copy");
        var capture = Assert.IsType<FetchAnswer.Page>(await FetchAsync(address)).Capture;
        Assert.Equal((address, time), (capture.Source, capture.CapturedAt?.ToString("O")));
    }

    [Fact]
    public async Task ACopyHasTheTimeOfTheCaptureThatTheWebArchiveLedTo()
    {
        var asked = $"http://web.archive.org/web/20200101000000id_/{Address}";
        site.Serve(asked, FakeAnswer.Redirect($"/web/20200827101112id_/{Address}"));
        site.Serve($"http://web.archive.org/web/20200827101112id_/{Address}", "copy");
        Assert.Equal(new DateTimeOffset(2020, 8, 27, 10, 11, 12, TimeSpan.Zero), Assert.IsType<FetchAnswer.Page>(await FetchAsync(asked)).Capture.CapturedAt);
    }

    [Fact]
    public async Task ACopyWithoutATimeInItsAddressHasTheOneInItsHeaders()
    {
        var asked = $"http://web.archive.org/web/2020id_/{Address}";
        site.Serve(asked, FakeAnswer.Page("copy") with { Headers = [("Memento-Datetime", "Thu, 27 Aug 2020 10:11:12 GMT")] });
        Assert.Equal(new DateTimeOffset(2020, 8, 27, 10, 11, 12, TimeSpan.Zero), Assert.IsType<FetchAnswer.Page>(await FetchAsync(asked)).Capture.CapturedAt);
    }

    private Task<FetchAnswer> FetchAsync(string address = Address) => client.FetchAsync(address, waits.Add, TestContext.Current.CancellationToken);

    private SiteClient Resolving(Func<string, IPAddress[]> resolve) => new(new FetchSettings(), clock, new Network((host, _) => Task.FromResult(resolve(host)), site.DialAsync));
}
