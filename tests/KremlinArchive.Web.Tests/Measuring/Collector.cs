using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KremlinArchive.Web.Tests.Measuring;

/// <summary>What a server sends its traces and measures to. It keeps the bytes as they came: names and texts stand in them as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> sent = new();
    private readonly WebApplication site;

    private Collector(WebApplication site) => this.site = site;

    public string Address { get; private set; } = "";

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var collector = new Collector(site);
        site.MapPost("/v1/{signal}", collector.TakeAsync);
        await site.StartAsync(TestContext.Current.CancellationToken);
        collector.Address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return collector;
    }

    /// <summary>All that was sent of a signal by now.</summary>
    public string Sent(string signal) => string.Concat(sent.Where(body => body.Signal == signal).Select(body => Encoding.UTF8.GetString(body.Body)));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task TakeAsync(HttpRequest request, string signal)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        sent.Enqueue((signal, body.ToArray()));
    }
}
