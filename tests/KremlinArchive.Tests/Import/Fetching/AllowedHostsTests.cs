using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Safety;

namespace KremlinArchive.Tests.Import.Fetching;

public sealed class AllowedHostsTests
{
    private static readonly AllowedHosts Usual = new(new FetchSettings().Hosts);

    [Theory]
    [InlineData("http://kremlin.ru/")]
    [InlineData("https://KREMLIN.ru/")]
    [InlineData("http://kremlin.ru./d/1")]
    [InlineData("http://en.kremlin.ru/d/1")]
    [InlineData("http://en.special.kremlin.ru/d/1")]
    [InlineData("http://kremlin.ru:80/d/1")]
    [InlineData("http://web.archive.org/web/2020id_/http://kremlin.ru:80/d/1")]
    public void TheSiteAndTheWebArchiveMayBeAsked(string address) => Assert.Null(Usual.Refusal(new Uri(address)));

    [Theory]
    [InlineData("http://example.com/kremlin.ru")]
    [InlineData("http://notkremlin.ru/")]
    [InlineData("http://kremlin.ru.example.com/")]
    [InlineData("http://kremlin.ru@example.com/")]
    [InlineData("http://name:secret@kremlin.ru/")]
    [InlineData("http://kremlin.ru:8080/")]
    [InlineData("http://archive.org/")]
    [InlineData("http://evil.web.archive.org/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("ftp://kremlin.ru/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://kremlin.ru/etc/passwd")]
    [InlineData("gopher://kremlin.ru/")]
    public void NothingElseMayBe(string address) => Assert.NotNull(Usual.Refusal(new Uri(address)));

    [Theory]
    [InlineData("kremlin.ru/d/1#sel=1:2", "http://kremlin.ru/d/1")]
    [InlineData(" http://kremlin.ru/d/1 ", "http://kremlin.ru/d/1")]
    [InlineData("web.archive.org/web/20200827101010/http://kremlin.ru/d/1", "http://web.archive.org/web/20200827101010id_/http://kremlin.ru/d/1")]
    [InlineData("https://web.archive.org/web/20200827101010id_/http://kremlin.ru/d/1", "https://web.archive.org/web/20200827101010id_/http://kremlin.ru/d/1")]
    [InlineData("http://", null)]
    [InlineData("", null)]
    public void AnAddressIsMadeReadyToBeAskedFor(string given, string? asked) => Assert.Equal(asked, FetchAddress.Of(given));
}
