namespace KremlinArchive.Web.Hosting;

/// <summary>What every answer tells the browser to refuse: other hosts, inline script, frames, guessing at types, the machine's senses.</summary>
internal static class SecurityHeaders
{
    // A circuit's socket is of the same origin, and so part of 'self'.
    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    // The API's description is a ready-made application that writes its own styles and starts itself inline; it shows nothing of the archive.
    private const string Description =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        + "serial=(), usb=(), xr-spatial-tracking=()";

    // This host for a year, and no other of its domain: they may not all be ours.
    private const string Secure = "max-age=31536000";

    /// <summary>Says it as the answer begins: a failure on the way clears what was said before.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The path as it was asked for, which a failure changes.
        var policy = context.Request.Path.StartsWithSegments("/api/docs", StringComparison.Ordinal) ? Description : Pages;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // An answer may be stricter on its own account: a foreign source that is handed over is.
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            // A page may tell even less, where its address itself is secret.
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (context.Request.IsHttps && !IsThisMachine(context.Request.Host))
                headers.StrictTransportSecurity = Secure;
            return Task.CompletedTask;
        });
        return next(context);
    });

    // Whoever develops on localhost has other things there, without TLS.
    private static bool IsThisMachine(HostString host) => host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
