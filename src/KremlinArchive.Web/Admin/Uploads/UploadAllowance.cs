using Microsoft.AspNetCore.Http.Features;

namespace KremlinArchive.Web.Admin.Uploads;

/// <summary>What a request may bring: judged by its announced length before its first byte, and then by the server's own limit, raised for uploads alone.</summary>
internal static class UploadAllowance
{
    // What a form with files has besides the files: boundaries and headers of its parts.
    private const long Framing = 1024 * 1024;

    /// <summary>Lets the body of a request come.</summary>
    /// <returns>Why it must not; null if it may.</returns>
    public static UploadProblem? Admit(HttpContext context, UploadSpool spool)
    {
        if (context.Request.ContentLength is { } length)
        {
            if (length > spool.Largest + Framing)
                return UploadProblem.TooLarge;
            if (!spool.HasRoomFor(length))
                return UploadProblem.NoRoom;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = spool.Largest + Framing;
        return null;
    }
}
