using System.Net;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Accounts;
using KremlinArchive.Web.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace KremlinArchive.Web.Tests.Accounts;

public sealed class FirstLinkTests
{
    private readonly SetClock clock = new();
    private readonly FirstLink link;

    public FirstLinkTests() => link = new FirstLink(new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public void AKeyIsGoodForHalfAnHourAndNoLonger()
    {
        var key = KeyOf(link.Make());
        Assert.True(link.IsGood(key));
        clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.True(link.IsGood(key));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(link.IsGood(key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9999999999")]
    [InlineData("not a key")]
    public void WhatWasNotMadeHereIsNoKey(string? key) => Assert.False(link.IsGood(key));

    [Fact]
    public void AKeyOfAnotherArchiveIsNoKey() => Assert.False(link.IsGood(KeyOf(new FirstLink(new EphemeralDataProtectionProvider(), clock).Make())));

    [Fact]
    public async Task TheLinkMakesOneAdminAndIsThenOver()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false", "--Serilog:MinimumLevel:Default", "Error", "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Error");
        var address = server.FirstLink();
        using var browser = server.NewBrowser();
        using var shown = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(["no-referrer"], shown.Headers.GetValues("Referrer-Policy"));
        using var wrong = await browser.SubmitAsync(address, ("name", "анна"), ("password", "too short"), ("repeated", "too short"));
        Assert.Equal("анна", (await wrong.DocumentAsync()).QuerySelector("[name=name]")!.GetAttribute("value"));

        // Opened by two before either has sent it: the slower one is told so.
        using var slower = server.NewBrowser();
        var form = await SlowAsync(slower, address);
        using var made = await browser.SubmitAsync(address, ("name", "анна"), ("password", AnAdmin.Password), ("repeated", AnAdmin.Password));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        using var inside = await browser.GetAsync("/admin/account", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        using var late = await slower.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);

        using var again = await server.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Fact]
    public async Task AServerThatHasAnAdminPrintsNoLinkAndTheKeyIsInNoRequestsLine()
    {
        using var directory = new TempDirectory();
        await using (var first = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false"))
        {
            (await first.SignedInAsync()).Dispose();
            Assert.Contains("GET /admin/first 200", first.Log, StringComparison.Ordinal);
            Assert.Equal(2, first.Log.Split(KeyOf(first.FirstLink())!).Length);
        }

        await using var second = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false");
        Assert.DoesNotContain("key=", second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AForgedKeyIsToldHowToGetAnother()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false");
        using var refused = await server.Http.GetAsync("/admin/first?ui=en&key=forged", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        var page = await refused.DocumentAsync();
        Assert.Contains("kremlin-archive admin add", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[method=post]"));
    }

    private static async Task<FormUrlEncodedContent> SlowAsync(HttpClient browser, string address)
    {
        using var opened = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        var hidden = (await opened.DocumentAsync()).QuerySelectorAll("form input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        return new FormUrlEncodedContent([.. hidden, KeyValuePair.Create("name", "boris"), KeyValuePair.Create("password", AnAdmin.Password), KeyValuePair.Create("repeated", AnAdmin.Password)]);
    }

    private static string? KeyOf(string address) => QueryHelpers.ParseQuery(address.Split('?')[1])["key"];
}
