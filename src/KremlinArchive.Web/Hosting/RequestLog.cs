using KremlinArchive.Web.Measuring;
using Serilog;
using Serilog.Events;

namespace KremlinArchive.Web.Hosting;

/// <summary>
/// The log: one line a request, with its path but never its query, since queries tell what people look for. Each line names the server that writes it and, last, the trace of
/// the request that it belongs to.
/// </summary>
internal static class RequestLog
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Node} {Message:lj} {TraceId}{NewLine}{Exception}";

    /// <exception cref="WrongSettingException">The server's name is none.</exception>
    public static void AddArchiveLog(this WebApplicationBuilder builder) => builder.Services.AddSerilog((_, log) => log
        .Enrich.WithProperty("Node", MeasureSettings.NodeOf(builder.Configuration))
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        // It warns at every start that keys are not encrypted at rest: they are as well guarded as the archive beside them.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        // A start that fails is told once, in a sentence, by whoever started.
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
        // Whoever asks for the health is told; while an index is built that is every few seconds.
        .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
        // Whoever has no good key is told; the request's own line tells it here.
        .MinimumLevel.Override(typeof(Keys.KeyAuthentication).FullName!, LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .ReadFrom.Configuration(builder.Configuration)
        .WriteTo.Console(outputTemplate: Line, formatProvider: System.Globalization.CultureInfo.InvariantCulture));

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms";
        options.GetLevel = (context, _, error) => IsQuiet(context.Request.Path) ? LogEventLevel.Debug
            // Whoever is refused for the load is told so; nothing is broken.
            : context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? LogEventLevel.Warning
            : error is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : LogEventLevel.Information;
    });

    private static bool IsQuiet(PathString path) => path.StartsWithSegments("/health", StringComparison.Ordinal);
}
