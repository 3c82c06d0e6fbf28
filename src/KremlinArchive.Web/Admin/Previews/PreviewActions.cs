using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Admin.Uploads;

namespace KremlinArchive.Web.Admin.Previews;

/// <summary>What can be done with an upload that was tried out: import it, or drop it.</summary>
internal static class PreviewActions
{
    public static void MapPreviewActions(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/preview/{key:guid}/import", ImportAsync);
        desk.MapPost("/preview/{key:guid}/drop", Drop);
    }

    private static async Task<IResult> ImportAsync(Guid key, HttpContext context, PreviewDesk previews, ImportQueue queue)
    {
        if (previews.Find(key) is not { } preview || previews.Take(preview) is not { } upload)
            return Results.LocalRedirect("/admin");
        if (queue.Add(preview.Plan, upload) is not { } job)
            return Results.LocalRedirect($"/admin?problem={UploadProblem.QueueFull.Key()}");
        await queue.SettleAsync(job, context.RequestAborted);
        return Results.LocalRedirect(job.Address);
    }

    private static IResult Drop(Guid key, PreviewDesk previews)
    {
        if (previews.Find(key) is { } preview)
            previews.Drop(preview);
        return Results.LocalRedirect("/admin");
    }
}
