using Microsoft.AspNetCore.Http.Features;

namespace KremlinArchive.Web.Hosting;

/// <summary>Sends pages compressed, by TLS too: readers' pages hold nothing secret that their length could tell. The admin's do.</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(options => options.EnableForHttps = true);

    public static void UseCompression(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        app.Use((context, next) =>
        {
            if (IsConfidential(context.Request.Path) && context.Features.Get<IHttpsCompressionFeature>() is { } compression)
                compression.Mode = HttpsCompressionMode.DoNotCompress;
            return next(context);
        });
    }

    private static bool IsConfidential(PathString path) =>
        path.StartsWithSegments("/admin", StringComparison.Ordinal) || path.StartsWithSegments("/account", StringComparison.Ordinal);
}
