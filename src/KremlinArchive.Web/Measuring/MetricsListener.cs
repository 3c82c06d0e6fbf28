using KremlinArchive.Web.Hosting.Limits;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry.Metrics;

namespace KremlinArchive.Web.Measuring;

/// <summary>
/// Answers a Prometheus at an address of its own, apart from the pages: what readers reach has no such address, whatever a proxy lets through, and who asks is not kept
/// waiting by readers.
/// </summary>
internal sealed partial class MetricsListener(MeasureSettings settings, MeterProvider meters, ILogger<MetricsListener> log) : IHostedLifecycleService, IAsyncDisposable
{
    /// <summary>Where measures are told, in the text that a Prometheus reads.</summary>
    public const string Path = "/metrics";

    private WebApplication? site;

    /// <summary>When the server answers: what it prints first is its own address.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.AddServerHeader = false).UseUrls(settings.Listen!);
        builder.WebHost.LimitConnections();
        builder.Services.AddRoutingCore();
        site = builder.Build();
        site.UseRouting();
        site.MapPrometheusScrapingEndpoint(Path, meters, configureBranchedPipeline: null, optionsName: null).DisableHttpMetrics();
        await site.StartAsync(cancellationToken);
        Told(log, site.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + Path);
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => site?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => site?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Measures are told at {Address}")]
    private static partial void Told(ILogger log, string address);
}
