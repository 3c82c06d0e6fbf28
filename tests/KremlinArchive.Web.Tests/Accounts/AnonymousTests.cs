using System.Net;
using System.Text.RegularExpressions;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Accounts;

/// <summary>What those find under /admin who are not signed in. The application runs in the test itself, so that it can be asked for all its endpoints.</summary>
public sealed partial class AnonymousTests
{
    /// <summary>What must be open, or nobody could enter.</summary>
    private static readonly string[] Open = ["/admin/sign-in", "/admin/first"];

    [Fact]
    public async Task EveryEndpointUnderAdminRefusesThem()
    {
        var asked = 0;
        await WithApplicationAsync(async (app, http) =>
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
    public async Task NoEndpointBesidesTheDoorsIsOpenToAll() => await WithApplicationAsync((app, _) =>
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
    public async Task AnAddressIsTheDesksHoweverItIsWritten(string address, string led) => await WithApplicationAsync(async (_, http) =>
    {
        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, led), (response.StatusCode, response.Headers.Location?.OriginalString));
    });

    private static async Task WithApplicationAsync(Func<WebApplication, HttpClient, Task> test)
    {
        using var directory = new TempDirectory();
        var builder = ArchiveServer.CreateBuilder(["--urls", "http://127.0.0.1:0", "--Archive:DataDirectory", directory.Path]);
        var settings = ArchiveSettings.Read(builder.Configuration);
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = settings.DataDirectory }, TestContext.Current.CancellationToken);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = settings.IndexDirectory }, store.Changes);
        await using var app = ArchiveServer.Build(builder, settings, store, index);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        await test(app, http);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(WebApplication app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsDesk(string address) => address.Equals("/admin", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/admin/", StringComparison.OrdinalIgnoreCase);

    // A number stands for whatever a route has in braces.
    private static string Address(RouteEndpoint endpoint) => "/" + Parameter().Replace(endpoint.RoutePattern.RawText ?? "", "1").TrimStart('/');

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
