using KremlinArchive.Store.Captures;
using Microsoft.Net.Http.Headers;

namespace KremlinArchive.Web.Hosting;

/// <summary>Hands over the bytes of a foreign page: whatever they are, as text to be kept, and a browser that shows them all the same runs nothing of them.</summary>
internal static class ForeignSource
{
    /// <param name="name">The name that the file gets.</param>
    /// <param name="tag">The answer's ETag; null for none.</param>
    public static IResult Hand(HttpContext context, Capture capture, string name, EntityTagHeaderValue? tag = null)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        return Results.Bytes(capture.Bytes, "text/plain", name, entityTag: tag);
    }
}
