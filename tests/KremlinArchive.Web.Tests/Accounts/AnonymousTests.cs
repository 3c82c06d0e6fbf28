using System.Net;
using System.Text.RegularExpressions;
using KremlinArchive.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Accounts;

/// <summary>What those find under /admin who are not signed in.</summary>
public sealed partial class AnonymousTests
{
    /// <summary>What must be open, or nobody could enter.</summary>
    private static readonly string[] Open = ["/admin/sign-in", "/admin/first"];

    [Fact]
    public async Task EveryEndpointUnderAdminRefusesThem()
    {
        var asked = 0;
        await BuiltApplication.RunAsync(async (app, http) =>
        {
            foreach (var endpoint in Endpoints(app).Where(endpoint => IsDesk(Address(endpoint)) && !Open.Contains(Address(endpoint), StringComparer.OrdinalIgnoreCase)))
            {
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), Address(endpoint));
                    using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
                    var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
                    Assert.True(response.StatusCode == (isPage ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized), $"{method} {Address(endpoint)} answered {(int)response.StatusCode}");
                    Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
                    asked++;
                }
            }
        });
        Assert.True(asked >= 3, $"Only {asked} requests were made: the endpoints were not found.");
    }

    [Fact]
    public async Task NoEndpointBesidesTheDoorsIsOpenToAll() => await BuiltApplication.RunAsync((app, _) =>
    {
        var open = Endpoints(app).Where(endpoint => IsDesk(Address(endpoint)) && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null);
        Assert.Equal(Open.Order(), open.Select(Address).Distinct().Order());
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData("/admin/nothing", "/admin/sign-in?returnUrl=%2Fadmin%2Fnothing")]
    [InlineData("/ADMIN/account", "/admin/sign-in")]
    [InlineData("/%61dmin/account", "/admin/sign-in?returnUrl=%2Fadmin%2Faccount")]
    [InlineData("/admin", "/admin/sign-in")]
    public async Task AnAddressIsTheDesksHoweverItIsWritten(string address, string led) => await BuiltApplication.RunAsync(async (_, http) =>
    {
        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, led), (response.StatusCode, response.Headers.Location?.OriginalString));
    });

    private static IEnumerable<RouteEndpoint> Endpoints(WebApplication app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsDesk(string address) => address.Equals("/admin", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/admin/", StringComparison.OrdinalIgnoreCase);

    // Something that fits stands for whatever a route has in braces.
    private static string Address(RouteEndpoint endpoint) =>
        "/" + Parameter().Replace(endpoint.RoutePattern.RawText ?? "", part => part.Value.EndsWith(":guid}", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1").TrimStart('/');

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
