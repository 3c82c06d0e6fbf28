using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Listings;
using KremlinArchive.Web.Admin.Coverage;
using KremlinArchive.Web.Admin.Watching;
using KremlinArchive.Web.Watching;
using Microsoft.AspNetCore.Mvc;

namespace KremlinArchive.Web.Admin.Fetches;

/// <summary>What admins can do with fetches by a button alone: go on, give up, fetch what is missing, look at the site now.</summary>
internal static class FetchActions
{
    public static void MapFetchActions(this RouteGroupBuilder desk)
    {
        desk.MapPost("/fetch/{plan:long}/resume", async (long plan, HttpContext context, FetchDesk fetches) => Results.LocalRedirect(await fetches.ResumeAsync(plan, Name(context), context.RequestAborted)));
        desk.MapPost("/fetch/{plan:long}/abandon", async (long plan, HttpContext context, FetchDesk fetches) => Results.LocalRedirect(await fetches.AbandonAsync(plan, Name(context), context.RequestAborted)));
        desk.MapPost("/coverage/fetch", FetchGapsAsync);
        desk.MapPost("/watch/look", LookAsync);
    }

    private static async Task<IResult> FetchGapsAsync([FromForm] string? lang, [FromForm] string? period, HttpContext context, CoverageReader coverage, FetchDesk fetches)
    {
        if (CoveragePeriod.Parse(period) is not { } asked)
            return Results.BadRequest();
        var language = CoverageAddress.Language(lang);
        var gaps = await coverage.AskableAsync(language, asked.Days, FetchDesk.MostAddresses, context.RequestAborted);
        if (gaps.Count == 0)
            return Results.LocalRedirect(CoverageAddress.With(language, asked, FetchProblem.NoGaps));
        var order = FetchOrder.Gaps(language, asked.Days, [.. gaps.Select(gap => gap.Address)]);
        return Results.LocalRedirect(await fetches.BeginAsync(order, Name(context), context.RequestAborted));
    }

    private static async Task<IResult> LookAsync(HttpContext context, SiteWatch watch, AuditLog audit)
    {
        await audit.NoteAsync(Actor.Admin(Name(context)), AuditAction.Watched, "kremlin.ru", null, context.RequestAborted);
        watch.LookNow();
        return Results.LocalRedirect(WatchAddress.Page);
    }

    private static string Name(HttpContext context) => context.User.Identity?.Name ?? "";
}
