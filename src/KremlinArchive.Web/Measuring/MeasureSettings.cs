using System.Text.RegularExpressions;
using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Measuring;

/// <summary>Who is told how the server does: a Prometheus that asks, a collector that is sent to, or nobody.</summary>
internal sealed partial record MeasureSettings
{
    private const string NodeName = "Archive:Node";
    private const string ListenName = "Archive:Metrics:Listen";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string MetricsCollector = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string TracesCollector = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    /// <summary>What this server is called among others, in logs, measures and traces.</summary>
    public required string Node { get; init; }

    /// <summary>The address that answers a Prometheus, apart from the pages; null for none.</summary>
    public required string? Listen { get; init; }

    /// <summary>True if measures are sent to a collector.</summary>
    public required bool SendsMetrics { get; init; }

    /// <summary>True if traces are sent to a collector.</summary>
    public required bool SendsTraces { get; init; }

    /// <summary>True if anybody is told of measures.</summary>
    public bool Measures => Listen is not null || SendsMetrics;

    /// <exception cref="WrongSettingException">One of them is wrong.</exception>
    public static MeasureSettings Read(IConfiguration configuration) => new()
    {
        Node = NodeOf(configuration),
        Listen = AddressOf(configuration),
        SendsMetrics = Names(configuration, Collector) | Names(configuration, MetricsCollector),
        SendsTraces = Names(configuration, Collector) | Names(configuration, TracesCollector),
    };

    /// <summary>What this server is called: by a setting, or as the machine is.</summary>
    /// <exception cref="WrongSettingException">It is no name.</exception>
    public static string NodeOf(IConfiguration configuration) => configuration[NodeName] switch
    {
        null or "" => Environment.MachineName,
        { } name when Name().IsMatch(name) => name,
        var other => throw new WrongSettingException(NodeName, $"“{other}” is not a name of up to 63 letters, digits, dots, hyphens and underscores; one is web-1."),
    };

    private static string? AddressOf(IConfiguration configuration)
    {
        var text = configuration[ListenName];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            var address = BindingAddress.Parse(text);
            // Kestrel would take a name that is no address for all of the machine's addresses.
            var isKnown = address.Host is "localhost" or "*" or "+" || System.Net.IPAddress.TryParse(address.Host.Trim('[', ']'), out _);
            if (isKnown && address is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false, PathBase: "" })
                return text;
        }
        catch (FormatException)
        {
            // Told below, as the others are.
        }

        throw new WrongSettingException(ListenName, $"“{text}” is not an address to listen on; one is http://127.0.0.1:9464.");
    }

    private static bool Names(IConfiguration configuration, string collector)
    {
        var text = configuration[collector];
        if (string.IsNullOrWhiteSpace(text))
            return false;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? true
            : throw new WrongSettingException(collector, $"“{text}” is not the address of a collector; one is http://localhost:4317.");
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{1,63}$")]
    private static partial Regex Name();
}
