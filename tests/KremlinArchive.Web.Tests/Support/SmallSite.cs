using KremlinArchive.Web.Hosting;
using KremlinArchive.Web.Hosting.Caching;
using KremlinArchive.Web.Hosting.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>A site on a free loopback port with the headers and limits of the application and one page of the test's own, at <c>/</c>.</summary>
internal sealed class SmallSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private SmallSite(WebApplication app) => this.app = app;

    public HttpClient Http { get; private set; } = null!;

    public static async Task<SmallSite> StartAsync(RequestDelegate page, params (string Name, string Value)[] limits)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.LimitConnections();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(limits.Select(limit => KeyValuePair.Create("Archive:Limits:" + limit.Name, (string?)limit.Value)));
        builder.Services.AddArchiveLimits(LimitSettings.Read(builder.Configuration));
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseCacheHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        app.UseRouting();
        app.UseClientLimits();
        app.UseAnswerQueue();
        app.Map("/", page);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new SmallSite(app) { Http = new HttpClient { BaseAddress = new Uri(address) } };
    }

    public Task<HttpResponseMessage> AskAsync() => Http.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
