using System.Text.RegularExpressions;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Measuring;

/// <summary>A server with the samples that tells a Prometheus and a collector how it does.</summary>
public sealed partial class MeasuredServer : IAsyncLifetime
{
    public const string Node = "web-7";

    private readonly TempDirectory directory = new();

    internal Collector Collector { get; private set; } = null!;

    internal RunningServer Server { get; private set; } = null!;

    /// <summary>Where it says that it tells its measures.</summary>
    public string Metrics => AddressLine().Match(Server.Log).Groups[1].Value;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Collector = await Collector.StartAsync();
        var command = RunningServer.Command(directory.Path, "--Archive:Node", Node, "--Archive:Metrics:Listen", "http://127.0.0.1:0");
        command.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address;
        command.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        command.Environment["OTEL_BSP_SCHEDULE_DELAY"] = "50";
        command.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "200";
        Server = await RunningServer.StartAsync(command);
        await EventuallyAsync(() => Metrics.Length > 0);
    }

    /// <summary>Waits until it is so; fails when it is not in ten seconds.</summary>
    public async Task EventuallyAsync(Func<bool> isSo)
    {
        for (var until = DateTime.UtcNow.AddSeconds(10); !isSo(); await Task.Delay(20, TestContext.Current.CancellationToken))
            Assert.True(DateTime.UtcNow < until, $"It does not come to be so:\n{Server.Log}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Collector.DisposeAsync();
        directory.Dispose();
    }

    [GeneratedRegex(@"Measures are told at (http://127\.0\.0\.1:\d+/metrics)")]
    private static partial Regex AddressLine();
}
