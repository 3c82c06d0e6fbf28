using System.Globalization;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Runs;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Keys;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api.Keyed;

/// <summary><c>GET /api/v1/runs</c>, one of them, and what became of its pages.</summary>
internal static class RunsApi
{
    public static string Address(long run) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/runs/{run}");

    public static async Task<IResult> ListAsync(string? before, string? size, RunHistory history, ImportQueue queue, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var check = new ParameterCheck(words);
        var (start, most) = (check.Number(nameof(before), before, least: 1), check.Size(size));
        if (check.Problem is { } problem)
            return problem;
        var runs = await history.ListAsync(start, most + 1, cancellation);
        var page = runs.Take(most).ToList();
        return Results.Bytes(ArchiveJson.Write(new RunsBody([.. page.Select(run => Body(run, queue))], runs.Count > most ? page[^1].Number : null)), ApiContent.Json);
    }

    public static async Task<IResult> FindAsync(long run, HttpContext context, RunHistory history, ImportQueue queue, IStringLocalizer<Words> words, CancellationToken cancellation) =>
        await history.FindAsync(run, cancellation) is { } found && MaySee(found, context) ? Results.Bytes(ArchiveJson.Write(Body(found, queue)), ApiContent.Json) : Missing(run, words);

    public static async Task<IResult> OutcomesAsync(
        long run, string? outcome, string? after, string? size, HttpContext context, RunHistory history, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var check = new ParameterCheck(words);
        var only = check.Choice(nameof(outcome), outcome, OutcomeKeys.All, one => one.Key());
        var (start, most) = (check.Number(nameof(after), after, least: 0), check.Size(size));
        if (check.Problem is { } problem)
            return problem;
        if (await history.FindAsync(run, cancellation) is not { } found || !MaySee(found, context))
            return Missing(run, words);
        var outcomes = await history.OutcomesAsync(run, only, start ?? 0, most + 1, cancellation);
        var page = outcomes.Take(most).ToList();
        return Results.Bytes(
            ArchiveJson.Write(new OutcomesBody([.. page.Select(DeskJson.Body)], outcomes.Count > most ? page[^1].Key : null)), ApiContent.Json);
    }

    // A key that gives pages in follows what it gave in, and nothing else.
    private static bool MaySee(HistoricRun run, HttpContext context) =>
        context.User.HasClaim(KeyPolicies.ScopeClaim, KeyPolicies.Desk) || run.StartedBy == KeyAuthentication.ActorOf(context).Signature;

    private static RunBody Body(HistoricRun run, ImportQueue queue) => DeskJson.Body(run, queue.Find(run.Number) is { Now.IsOver: false });

    private static IResult Missing(long run, IStringLocalizer<Words> words) => Results.Problem(words["api.no-run", run], statusCode: StatusCodes.Status404NotFound);
}
