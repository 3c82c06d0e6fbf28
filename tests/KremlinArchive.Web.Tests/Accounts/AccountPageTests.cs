using System.Net;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Accounts;

public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Account = "/admin/account?ui=en";
    private const string Other = "some other quiet words";

    private readonly TempDirectory directory = new();
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false");

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task AnotherPasswordEndsTheSessionsElsewhereAndKeepsThisOne()
    {
        using var here = await server.SignedInAsync();
        using var elsewhere = await server.SignedInAsync();
        using var changed = await here.SubmitAsync(Account, ("present", AnAdmin.Password), ("password", Other), ("repeated", Other));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        using var stays = await here.GetAsync(changed.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Contains("The password is changed", (await stays.DocumentAsync()).QuerySelector("[role=status].done")!.TextContent, StringComparison.Ordinal);
        using var ended = await elsewhere.GetAsync(Account, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains(ended.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("desk=;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not the present one", Other, Other, "present", "did not match")]
    [InlineData(AnAdmin.Password, Other, "some other words", "repeated", "differ")]
    [InlineData(AnAdmin.Password, "short", "short", "password", "fewer than 12")]
    public async Task AWrongPasswordIsSaidAtItsBox(string present, string password, string repeated, string field, string said)
    {
        using var browser = await server.SignedInAsync();
        using var refused = await browser.SubmitAsync(Account, ("present", present), ("password", password), ("repeated", repeated));
        var page = await refused.DocumentAsync();
        var box = page.QuerySelector($"input[name={field}]")!;
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        var problem = page.GetElementById(box.GetAttribute("aria-describedby")!.Split(' ')[^1])!;
        Assert.Contains(said, problem.TextContent, StringComparison.Ordinal);
        Assert.Equal(problem.TextContent, page.QuerySelector("[role=alert] a")!.TextContent);
        Assert.EndsWith("#" + field, page.QuerySelector("[role=alert] a")!.GetAttribute("href"), StringComparison.Ordinal);

        using var still = await server.NewBrowser().SignInAsync(AnAdmin.Name, AnAdmin.Password);
        Assert.Equal(HttpStatusCode.Redirect, still.StatusCode);
    }

    [Fact]
    public async Task AnotherAdminIsAddedEntersAndIsRemoved()
    {
        using var browser = await server.SignedInAsync();
        using var added = await browser.SubmitAsync(Account, ("new-name", "boris"), ("new-password", Other));
        Assert.Equal("/admin/account?done=added", PathOf(added));
        using var boris = server.NewBrowser();
        using var entered = await boris.SignInAsync("boris", Other);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);

        using var removed = await browser.SubmitAsync(Account, ("remove", "boris"));
        Assert.Equal("/admin/account?done=removed", PathOf(removed));
        using var ended = await boris.GetAsync(Account, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    [Fact]
    public async Task NobodyRemovesHimself()
    {
        using var browser = await server.SignedInAsync();
        using var added = await browser.SubmitAsync(Account, ("new-name", "boris"), ("new-password", Other));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var refused = await browser.SubmitAsync(Account, ("remove", AnAdmin.Name));
        Assert.NotNull((await refused.DocumentAsync()).QuerySelector("[role=alert]"));
        using var still = await browser.GetAsync(Account, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task FiveWrongPasswordsCloseTheAccountAndTheCommandLineOpensItAgain()
    {
        (await server.SignedInAsync()).Dispose();
        using var browser = server.NewBrowser();
        for (var guess = 0; guess < 5; guess++)
            (await browser.SignInAsync(AnAdmin.Name, "not the password at all")).Dispose();
        using var locked = await browser.SignInAsync(AnAdmin.Name, AnAdmin.Password, "/admin/sign-in?ui=en");
        Assert.Equal("Sign-in failed. Check the name and the password, or try later.", (await locked.DocumentAsync()).QuerySelector("[role=alert]")!.TextContent);

        var opened = await BuiltProgram.RunAsync(BuiltProgram.Cli("admin", "password", AnAdmin.Name, "--password-stdin", "--data", directory.Path), Other);
        Assert.True(opened.ExitCode == 0, opened.Errors);
        using var entered = await browser.SignInAsync(AnAdmin.Name, Other);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public async Task AnAdminsPageIsNeverStoredAndAReadersPageNeverKnowsWhoReads()
    {
        using var browser = await server.SignedInAsync();
        using var own = await browser.GetAsync(Account, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", own.Headers.CacheControl?.ToString());
        using var read = await browser.GetAsync("/about", TestContext.Current.CancellationToken);
        Assert.False(read.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain((await read.DocumentAsync()).QuerySelectorAll("a"), link => link.GetAttribute("href")!.StartsWith("/admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASessionOutlivesTheServerAndTheKeysLieInTheArchive()
    {
        (await server.SignedInAsync()).Dispose();
        using var entered = await server.NewBrowser().SignInAsync(AnAdmin.Name, AnAdmin.Password);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("desk=", StringComparison.Ordinal)).Split(';')[0];
        await server.DisposeAsync();
        server = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false");

        using var request = new HttpRequestMessage(HttpMethod.Get, Account);
        request.Headers.Add("Cookie", cookie);
        using var still = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.False(Directory.Exists(directory.At("keys")));
    }

    private static string PathOf(HttpResponseMessage response) => new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!).PathAndQuery;
}
