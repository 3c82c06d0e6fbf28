using System.Globalization;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Web.Admin.Index;
using KremlinArchive.Web.Admin.Quarantine;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Admin.Uploads;
using KremlinArchive.Web.Admin.Withholding;
using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Admin;

/// <summary>What admins can do, each a form that is posted and leads to the page that shows what came of it. Who may enter and which forms are forged is judged before.</summary>
internal static class DeskActions
{
    public static void MapDeskActions(this IEndpointRouteBuilder endpoints)
    {
        var desk = endpoints.MapGroup("/admin").ExcludeFromDescription();
        // Asks for the token itself, before it reads the files.
        desk.MapPost("/import", (HttpContext context, UploadEndpoint upload) => upload.TakeAsync(context)).DisableAntiforgery();
        desk.MapPost("/runs/{run:long}/cancel", CancelRun);
        desk.MapPost("/runs/waiting/{key:guid}/cancel", CancelWaiting);
        desk.MapPost("/quarantine/{entry:long}/retry", RetryAsync);
        desk.MapPost("/quarantine/retry", RetryAllAsync);
        desk.MapGet("/quarantine/{entry:long}/source", DownloadAsync);
        desk.MapPost("/index/rebuild", Rebuild);
        desk.MapCaptureActions();
    }

    private static IResult CancelRun(long run, ImportQueue queue)
    {
        queue.Find(run)?.Cancel();
        return Results.LocalRedirect(RunAddress.Of(run));
    }

    private static IResult CancelWaiting(Guid key, ImportQueue queue)
    {
        if (queue.Find(key) is not { } job)
            return Results.NotFound();
        job.Cancel();
        return Results.LocalRedirect(job.Address);
    }

    private static async Task<IResult> RetryAsync(long entry, HttpContext context, QuarantineReader quarantine, ImportQueue queue)
    {
        if (await quarantine.FindAsync(entry, context.RequestAborted) is not { } found)
            return Results.NotFound();
        // A page that was open when something else resolved it shows as much when it is seen again.
        return found.IsWaiting && found.CanBeRetried
            ? await RunAsync(RunPlan.Retry(quarantine, found, Name(context)), context, queue)
            : Results.LocalRedirect(QuarantineAddress.Of(entry));
    }

    private static Task<IResult> RetryAllAsync(HttpContext context, QuarantineReader quarantine, ImportQueue queue) =>
        RunAsync(RunPlan.RetryAll(quarantine, Name(context)), context, queue);

    private static async Task<IResult> RunAsync(RunPlan plan, HttpContext context, ImportQueue queue)
    {
        if (queue.Add(plan) is not { } job)
            return Results.LocalRedirect($"/admin?problem={UploadProblem.QueueFull.Key()}");
        await queue.SettleAsync(job, context.RequestAborted);
        return Results.LocalRedirect(job.Address);
    }

    private static async Task<IResult> DownloadAsync(long entry, HttpContext context, QuarantineReader quarantine)
    {
        if (await quarantine.CaptureAsync(entry, context.RequestAborted) is not { } capture)
            return Results.NotFound();
        return ForeignSource.Hand(context, capture, string.Create(CultureInfo.InvariantCulture, $"quarantine-{entry}.txt"));
    }

    private static IResult Rebuild(IndexRebuild rebuild)
    {
        rebuild.Begin();
        return Results.LocalRedirect("/admin/index");
    }

    private static string Name(HttpContext context) => context.User.Identity?.Name ?? "";
}
