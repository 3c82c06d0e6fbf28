using System.Net;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Accounts;

public sealed class SignInTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Fact]
    public async Task WhoKnowsTheNameAndThePasswordEntersAndLeaves()
    {
        (await server.SignedInAsync()).Dispose();
        using var browser = server.NewBrowser();
        using var entered = await browser.SignInAsync(AnAdmin.Name.ToUpperInvariant(), AnAdmin.Password);
        Assert.Equal((HttpStatusCode.Redirect, "/admin"), (entered.StatusCode, PathOf(entered)));

        using var left = await browser.SubmitAsync("/admin/account");
        Assert.Equal((HttpStatusCode.Redirect, "/admin/sign-in"), (left.StatusCode, PathOf(left)));
        using var after = await browser.GetAsync("/admin/account", TestContext.Current.CancellationToken);
        Assert.Equal("/admin/sign-in?returnUrl=%2Fadmin%2Faccount", PathOf(after));
    }

    [Fact]
    public async Task TheSessionIsACookieThatNoScriptAndNoOtherSiteCanUse()
    {
        (await server.SignedInAsync()).Dispose();
        using var browser = server.NewBrowser();
        using var entered = await browser.SignInAsync(AnAdmin.Name, AnAdmin.Password);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith("desk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        // Without TLS a browser would throw a secure cookie away; and the session is to end with the browser.
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("админ", "not the password at all")]
    [InlineData("nobody", "four quiet words here")]
    [InlineData("", "")]
    public async Task ARefusalSaysTheSameWhateverWasWrong(string name, string password)
    {
        (await server.SignedInAsync()).Dispose();
        using var browser = server.NewBrowser();
        using var refused = await browser.SignInAsync(name, password, "/admin/sign-in?ui=en");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var page = await refused.DocumentAsync();
        Assert.Equal("Sign-in failed. Check the name and the password, or try later.", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Null(page.QuerySelector("[name=password]")!.GetAttribute("value"));
        using var outside = await browser.GetAsync("/admin/account", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
    }

    [Theory]
    [InlineData("/admin/account?done=1", "/admin/account?done=1")]
    [InlineData("/admin/runs/12", "/admin/runs/12")]
    [InlineData("https://example.org/", "/admin")]
    [InlineData("//example.org/admin", "/admin")]
    [InlineData("/\\example.org", "/admin")]
    [InlineData("/admin\\..\\..", "/admin")]
    [InlineData("/adminother", "/admin")]
    [InlineData("/admin//example.org", "/admin")]
    [InlineData("/admin/sign-out", "/admin")]
    public async Task ASignInLeadsToAnAdminsPageAndNowhereElse(string asked, string led)
    {
        (await server.SignedInAsync()).Dispose();
        using var browser = server.NewBrowser();
        using var entered = await browser.SignInAsync(AnAdmin.Name, AnAdmin.Password, $"/admin/sign-in?returnUrl={Uri.EscapeDataString(asked)}");
        Assert.Equal((HttpStatusCode.Redirect, led), (entered.StatusCode, PathOf(entered)));
    }

    [Theory]
    [InlineData("/admin/sign-in")]
    [InlineData("/admin/first")]
    public async Task AFormWithoutItsTokenIsRefusedAndSaysSo(string address)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("name", "x")]);
        using var refused = await server.Http.PostAsync(address + "?ui=en", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("The form was not accepted", (await refused.DocumentAsync()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task SigningOutTakesATokenToo()
    {
        using var browser = await server.SignedInAsync();
        using var refused = await browser.PostAsync("/admin/sign-out", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var still = await browser.GetAsync("/admin/account", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    // The framework gives addresses whole where it makes them, and we give paths.
    private static string PathOf(HttpResponseMessage response) =>
        response.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : "";
}
