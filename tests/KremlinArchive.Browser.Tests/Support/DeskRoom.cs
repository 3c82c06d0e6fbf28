using System.Text;
using System.Text.RegularExpressions;
using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DeskRoom))]

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>One server for all tests of the admin's desk: it has imported, and could not read one page. They take turns, since what one imports the others see.</summary>
public sealed class DeskRoom : IAsyncLifetime
{
    /// <summary>The file that could not be read.</summary>
    internal const string Unreadable = "непрочитанное.html";

    private const string Name = "anna";
    private const string Password = "four quiet words here";

    private readonly TempDirectory directory = new();
    private readonly SemaphoreSlim door = new(1);
    private RunningServer? server;
    private string? session;

    internal Uri Address => server!.Http.BaseAddress!;

    /// <summary>Makes the account that tests sign in with.</summary>
    internal static async Task AddAdminAsync(string archive)
    {
        var added = await BuiltProgram.RunAsync(BuiltProgram.Cli("admin", "add", Name, "--password-stdin", "--data", archive), Password);
        Assert.True(added.ExitCode == 0, added.Errors);
    }

    /// <summary>Opens a page of the desk through the door.</summary>
    internal static async Task SignInAsync(Reader reader, string address)
    {
        await reader.OpenAsync(address);
        await reader.Page.Locator("[name=name]").FillAsync(Name);
        await reader.Page.Locator("[name=password]").FillAsync(Password);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word("signin.button"), Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex(Regex.Escape(address) + "$"));
        await reader.SettleAsync();
    }

    /// <summary>The cookies of an admin who has signed in.</summary>
    internal async Task<string> SessionAsync(IBrowser browser)
    {
        await door.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (session is null)
            {
                await using var admin = await Reader.SitDownAsync(browser, Address, new Seat());
                await SignInAsync(admin, "/admin");
                session = await admin.Page.Context.StorageStateAsync();
            }

            return session;
        }
        finally
        {
            door.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled)
            return;
        server = await RunningServer.StartAsync(directory.At("archive"));
        await AddAdminAsync(directory.At("archive"));
        Shelf.Write(directory);
        directory.Write($"shelf/{Unreadable}", Encoding.UTF8.GetBytes("<script>document.title = 'чужое'</script>\n<h1>Не страница</h1>"));
        var import = await BuiltProgram.RunAsync(BuiltProgram.Cli("import", directory.At("shelf"), "--data", directory.At("archive"), "--json"));
        Assert.True(import.ExitCode == 3, import.Output + import.Errors);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        directory.Dispose();
        door.Dispose();
    }
}
