using System.Globalization;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Web.Accounts;
using KremlinArchive.Web.Admin.Fetches;
using KremlinArchive.Web.Admin.Index;
using KremlinArchive.Web.Admin.Previews;
using KremlinArchive.Web.Admin.Quarantine;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Admin.Uploads;
using KremlinArchive.Web.Admin.Withholding;
using KremlinArchive.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KremlinArchive.Web.Admin;

/// <summary>What admins can do, each a form that is posted and leads to the page that shows what came of it. Who may enter and which forms are forged is judged before.</summary>
internal static class DeskActions
{
    public static void MapDeskActions(this IEndpointRouteBuilder endpoints)
    {
        var desk = endpoints.MapGroup("/admin").ExcludeFromDescription();
        // Asks for the token itself, before it reads the files.
        desk.MapPost("/import", (HttpContext context, UploadEndpoint upload) => upload.TakeAsync(context)).DisableAntiforgery();
        desk.MapPost("/runs/{run:long}/cancel", CancelRunAsync);
        desk.MapPost("/runs/waiting/{key:guid}/cancel", CancelWaitingAsync);
        desk.MapPost("/quarantine/{entry:long}/retry", RetryAsync);
        desk.MapPost("/quarantine/retry", RetryAllAsync);
        desk.MapGet("/quarantine/{entry:long}/source", DownloadAsync);
        desk.MapPost("/quarantine/{entry:long}/dismiss", DismissAsync);
        desk.MapPost("/quarantine/{entry:long}/reopen", ReopenAsync);
        desk.MapPost("/index/rebuild", RebuildAsync);
        desk.MapPreviewActions();
        desk.MapFetchActions();
        desk.MapCaptureActions();
    }

    private static async Task<IResult> CancelRunAsync(long run, HttpContext context, ImportQueue queue, AuditLog audit)
    {
        if (queue.Find(run) is { } job)
            await CancelAsync(job, context, audit);
        return Results.LocalRedirect(RunAddress.Of(run));
    }

    private static async Task<IResult> CancelWaitingAsync(Guid key, HttpContext context, ImportQueue queue, AuditLog audit)
    {
        if (queue.Find(key) is not { } job)
            return Results.NotFound();
        await CancelAsync(job, context, audit);
        return Results.LocalRedirect(job.Address);
    }

    private static async Task CancelAsync(ImportJob job, HttpContext context, AuditLog audit)
    {
        if (job.Now.IsOver)
            return;
        job.Cancel();
        var subject = job.Now.Run?.ToString(CultureInfo.InvariantCulture) ?? job.Plan.Description;
        await audit.NoteAsync(DeskActor.Of(context), AuditAction.Cancelled, subject, job.Now.Run is null ? null : job.Plan.Description, CancellationToken.None);
    }

    private static async Task<IResult> RetryAsync(long entry, HttpContext context, QuarantineReader quarantine, ImportQueue queue)
    {
        if (await quarantine.FindAsync(entry, context.RequestAborted) is not { } found)
            return Results.NotFound();
        // A page that was open when something else resolved it shows as much when it is seen again.
        return found.IsWaiting && found.CanBeRetried
            ? await RunAsync(RunPlan.Retry(quarantine, found, DeskActor.Of(context)), context, queue)
            : Results.LocalRedirect(QuarantineAddress.Of(entry));
    }

    private static Task<IResult> RetryAllAsync(HttpContext context, QuarantineReader quarantine, ImportQueue queue) =>
        RunAsync(RunPlan.RetryAll(quarantine, DeskActor.Of(context)), context, queue);

    private static async Task<IResult> DismissAsync(long entry, [FromForm] string? note, HttpContext context, QuarantineDismissals dismissals)
    {
        if (!QuarantineDismissals.IsNote(note))
            return Results.LocalRedirect(QuarantineAddress.Of(entry) + "?problem=note#dismiss");
        await dismissals.DismissAsync(entry, note!, DeskActor.Of(context), context.RequestAborted);
        return Results.LocalRedirect(QuarantineAddress.Of(entry));
    }

    private static async Task<IResult> ReopenAsync(long entry, HttpContext context, QuarantineDismissals dismissals)
    {
        await dismissals.ReopenAsync(entry, DeskActor.Of(context), context.RequestAborted);
        return Results.LocalRedirect(QuarantineAddress.Of(entry));
    }

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

    private static async Task<IResult> RebuildAsync(HttpContext context, IndexRebuild rebuild, AuditLog audit)
    {
        await audit.NoteAsync(DeskActor.Of(context), AuditAction.IndexRebuilt, AuditLog.Index, null, context.RequestAborted);
        rebuild.Begin();
        return Results.LocalRedirect("/admin/index");
    }
}
