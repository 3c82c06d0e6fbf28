using System.Net;
using System.Text.RegularExpressions;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>An admin of a test's server.</summary>
internal static partial class AnAdmin
{
    public const string Name = "админ";

    public const string Password = "four quiet words here";

    /// <summary>A browser in which an admin is signed in; the account is made by the server's own first link where there is none.</summary>
    public static async Task<HttpClient> SignedInAsync(this RunningServer server)
    {
        var browser = server.NewBrowser();
        using (var first = await browser.GetAsync(server.FirstLink(), TestContext.Current.CancellationToken))
        {
            if (first.StatusCode == HttpStatusCode.OK)
            {
                // Two tests may come by at once: the slower one signs in to what the other made.
                using var made = await browser.SubmitAsync(server.FirstLink(), ("name", Name), ("password", Password), ("repeated", Password));
                if (made.StatusCode == HttpStatusCode.Redirect)
                    return browser;
            }
        }

        using var entered = await browser.SignInAsync(Name, Password);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return browser;
    }

    /// <summary>Sends the sign-in form.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string name, string password, string page = "/admin/sign-in") =>
        browser.SubmitAsync(page, ("name", name), ("password", password));

    /// <summary>The address of the link that the server printed when it started without an account.</summary>
    public static string FirstLink(this RunningServer server) => PrintedLink().Match(server.Log) is { Success: true } link
        ? link.Value
        : throw new InvalidOperationException($"The server printed no link:\n{server.Log}");

    [GeneratedRegex(@"/admin/first\?key=\S+")]
    private static partial Regex PrintedLink();
}
