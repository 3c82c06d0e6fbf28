using KremlinArchive.Import.Runs;
using KremlinArchive.Web.Accounts;
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
        if (previews.Find(key) is not { Report: not null } preview)
            return Results.LocalRedirect("/admin");
        // The trial stays until there is room for the import.
        if (queue.IsFull || previews.Take(preview) is not { } upload)
            return Results.LocalRedirect($"/admin?problem={UploadProblem.QueueFull.Key()}");
        if (queue.Add(RunPlan.Files(upload.Files, DeskActor.Of(context)), upload) is not { } job)
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
