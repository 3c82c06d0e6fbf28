using System.Globalization;
using KremlinArchive.Store.Captures;
using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Admin.Withholding;

/// <summary>What the pages of captures offer besides themselves.</summary>
internal static class CaptureActions
{
    public static void MapCaptureActions(this RouteGroupBuilder desk) => desk.MapGet("/records/captures/{capture:long}/source", DownloadAsync);

    private static async Task<IResult> DownloadAsync(long capture, HttpContext context, CaptureCatalogue captures) =>
        await captures.AnySourceAsync(capture, context.RequestAborted) is { } found
            ? ForeignSource.Hand(context, found, string.Create(CultureInfo.InvariantCulture, $"capture-{capture}.txt"))
            : Results.NotFound();
}
