using KremlinArchive.Import.Runs;
using KremlinArchive.Web.Accounts;
using KremlinArchive.Web.Admin.Previews;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Admin.Uploads;

/// <summary>Takes files in: <c>POST /admin/import</c>, from the plain form as from the script, and leads to the page of the run.</summary>
internal sealed class UploadEndpoint(UploadSpool spool, UploadReader reader, ImportQueue queue, PreviewDesk previews, IStringLocalizer<Words> words)
{
    /// <summary>The parameter of an upload that is only to be tried out.</summary>
    public const string Trial = "try";

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (UploadAllowance.Admit(context, spool) is { } early)
            return Refuse(context, early);

        var upload = spool.Begin();
        var isTaken = false;
        try
        {
            if (await reader.ReadAsync(context, upload) is { } problem)
                return Refuse(context, problem);
            isTaken = true;
        }
        finally
        {
            if (!isTaken)
                upload.Dispose();
        }

        // From here on the upload belongs to the import, or to its trial.
        if (context.Request.Query.ContainsKey(Trial))
            return Lead(context, (await previews.BeginAsync(upload, DeskActor.Of(context))).Address);
        if (queue.Add(RunPlan.Files(upload.Files, DeskActor.Of(context)), upload) is not { } job)
            return Refuse(context, UploadProblem.QueueFull);
        await queue.SettleAsync(job, context.RequestAborted);
        return Lead(context, job.Address);
    }

    private static IResult Lead(HttpContext context, string address) => WantsJson(context) ? Results.Json(new { address }) : Results.LocalRedirect(address);

    private IResult Refuse(HttpContext context, UploadProblem problem)
    {
        // What still comes is not waited for.
        context.Response.Headers.Connection = "close";
        if (WantsJson(context))
            return Results.Json(new { problem = Text(words, problem, spool) }, statusCode: problem.Status());
        return problem == UploadProblem.Forged ? Results.BadRequest() : Results.LocalRedirect($"/admin?problem={problem.Key()}");
    }

    /// <summary>A problem for people.</summary>
    public static string Text(IStringLocalizer<Words> words, UploadProblem problem, UploadSpool spool) => problem == UploadProblem.TooLarge
        ? words["upload.problem.too-large", words.Size(spool.Largest)]
        : words[$"upload.problem.{problem.Key()}"];

    private static bool WantsJson(HttpContext context) => context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);
}
