using KremlinArchive.Import.Runs;
using KremlinArchive.Search.Json;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Admin.Uploads;
using KremlinArchive.Web.Keys;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api.Keyed;

/// <summary><c>POST /api/v1/imports?name=…</c>: a file as the body, streamed into the spool and imported in its turn; <c>GET /api/v1/imports/{key}</c> tells where it is.</summary>
internal static class ImportsApi
{
    public const string Root = "/api/v1/imports";

    public static async Task<IResult> TakeAsync(string? name, HttpContext context, UploadSpool spool, ImportQueue queue, IStringLocalizer<Words> words)
    {
        if (string.IsNullOrWhiteSpace(name))
            return Results.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["name"] = [words["api.no-name"]] }, title: words["api.wrong-parameters"]);
        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
            return Results.Problem(words["api.no-form"], statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (UploadAllowance.Admit(context, spool) is { } early)
            return Refuse(context, early, spool, words);
        var upload = spool.Begin();
        var isTaken = false;
        try
        {
            if (await FillAsync(upload, name, context) is { } problem)
                return Refuse(context, problem, spool, words);
            isTaken = true;
        }
        finally
        {
            if (!isTaken)
                upload.Dispose();
        }

        // From here on the upload belongs to the import.
        if (queue.Add(RunPlan.Files(upload.Files, KeyAuthentication.ActorOf(context)), upload) is not { } job)
            return Refuse(context, UploadProblem.QueueFull, spool, words);
        await queue.SettleAsync(job, context.RequestAborted);
        var told = Body(job);
        context.Response.Headers.Location = told.Location;
        return Results.Text(ArchiveJson.Write(told), ApiContent.Json, StatusCodes.Status202Accepted);
    }

    public static IResult Find(Guid key, ImportQueue queue, IStringLocalizer<Words> words) => queue.Find(key) is { } job
        ? Results.Bytes(ArchiveJson.Write(Body(job)), ApiContent.Json)
        : Results.Problem(words["api.no-import"], statusCode: StatusCodes.Status404NotFound);

    private static async Task<UploadProblem?> FillAsync(Upload upload, string name, HttpContext context)
    {
        try
        {
            if (await upload.AddAsync(UploadName.Of(name), context.Request.Body, context.RequestAborted) is { } problem)
                return problem;
            return new FileInfo(upload.Files[0].Path).Length == 0 ? UploadProblem.NoFile : null;
        }
        catch (IOException failure)
        {
            return UploadProblems.Of(failure);
        }
    }

    private static ImportBody Body(ImportJob job)
    {
        var now = job.Now;
        return new ImportBody(now.Run is { } run ? RunsApi.Address(run) : $"{Root}/{job.Key:N}", now.Run, now.State.ToString().ToLowerInvariant(), now.Run is null ? now.Failure : null);
    }

    private static IResult Refuse(HttpContext context, UploadProblem problem, UploadSpool spool, IStringLocalizer<Words> words)
    {
        // What still comes is not waited for.
        context.Response.Headers.Connection = "close";
        return Results.Problem(UploadEndpoint.Text(words, problem, spool), statusCode: problem.Status());
    }
}
