using KremlinArchive.Web.Hosting;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KremlinArchive.Web.Measuring;

/// <summary>Puts together what is told of the server: the rooms' own measures and traces, those of the framework, and whoever is told.</summary>
internal static class ServerMeasures
{
    // All rooms of the house name their meters and sources so.
    private const string Ours = "KremlinArchive.*";

    // Requests that ask how the server does, and circuits, which last as long as their page.
    private static readonly string[] Untraced = ["/health", MetricsListener.Path, "/_blazor", "/_framework"];

    public static void AddMeasures(this IServiceCollection services, MeasureSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<WebMeasures>();
        services.AddSingleton<CircuitHandler, CountedCircuits>();
        if (!settings.Measures && !settings.SendsTraces)
            return;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource =>
            resource.AddService("kremlin-archive", serviceVersion: ApplicationVersion.Text, serviceInstanceId: settings.Node));
        if (settings.Measures)
            telemetry.WithMetrics(metrics => AddMetrics(metrics, settings));
        if (settings.SendsTraces)
            telemetry.WithTracing(AddTraces);
        if (settings.Listen is not null)
            services.AddHostedService<MetricsListener>();
    }

    /// <summary>Begins to measure, before the samples are imported.</summary>
    public static void BeginMeasures(this IApplicationBuilder app)
    {
        app.ApplicationServices.GetRequiredService<WebMeasures>();
        app.ApplicationServices.GetService<MeterProvider>();
        app.ApplicationServices.GetService<TracerProvider>();
    }

    private static void AddMetrics(MeterProviderBuilder metrics, MeasureSettings settings)
    {
        metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation();
        if (settings.Listen is not null)
            metrics.AddPrometheusExporter();
        if (settings.SendsMetrics)
            metrics.AddOtlpExporter();
    }

    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(Ours)
        // The driver's own, of the statements without their values.
        .AddSource("Npgsql")
        .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !Array.Exists(Untraced, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        .AddHttpClientInstrumentation()
        .AddProcessor<DiscreetTraces>()
        .AddOtlpExporter();
}
