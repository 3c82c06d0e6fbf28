using KremlinArchive.Search.Json;
using KremlinArchive.Web.Keys;

namespace KremlinArchive.Web.Api.Keyed;

/// <summary>The addresses for programs with a key. What they answer is kept by nobody.</summary>
internal static class KeyedApi
{
    public static void MapKeyedApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        MapImports(api);
        MapDesk(api.MapGroup("").WithTags("Desk").RequireAuthorization(KeyPolicies.Desk));
    }

    private static void MapImports(RouteGroupBuilder api)
    {
        api.MapPost("/imports", ImportsApi.TakeAsync).RequireAuthorization(KeyPolicies.Import)
            .WithName("import").WithTags("Imports").WithSummary("Takes a file in: a page, an archive of pages or a web archive as the body, its name as `name`. `location` says where to follow it.")
            .Produces<ImportBody>(StatusCodes.Status202Accepted).ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        api.MapGet("/imports/{key:guid}", ImportsApi.Find).RequireAuthorization(KeyPolicies.Import)
            .WithName("import-state").WithTags("Imports").WithSummary("An import that waited for its turn, and its run as soon as it has one. Forgotten when the server stops.")
            .Produces<ImportBody>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/runs/{run:long}", RunsApi.FindAsync).RequireAuthorization(KeyPolicies.Any)
            .WithName("run").WithTags("Imports").WithSummary("A run, and what became of its pages so far.")
            .Produces<RunBody>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/runs/{run:long}/outcomes", RunsApi.OutcomesAsync).RequireAuthorization(KeyPolicies.Any)
            .WithName("run-outcomes").WithTags("Imports").WithSummary("What became of each page of a run, at most `size` of them (1000); `next` is the `after` of the next page.")
            .Produces<OutcomesBody>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapDesk(RouteGroupBuilder desk)
    {
        desk.MapGet("/runs", RunsApi.ListAsync)
            .WithName("runs").WithSummary("Runs, the newest first; `next` is the `before` of the next page.")
            .Produces<RunsBody>().ProducesValidationProblem();
        desk.MapGet("/quarantine", DeskApi.QuarantineAsync)
            .WithName("quarantine").WithSummary("What could not be read, the newest first; `state` is waiting, resolved or dismissed, `next` the `before` of the next page.")
            .Produces<QuarantineBody>().ProducesValidationProblem();
        desk.MapGet("/audit", DeskApi.AuditAsync)
            .WithName("audit").WithSummary("What admins and programs did, the newest first; `action` and `by` choose, `before` is a number.")
            .Produces<AuditBody>().ProducesValidationProblem();
        desk.MapGet("/searches", DeskApi.SearchesAsync)
            .WithName("searches").WithSummary("What was searched for in the last `days` (1 to 90), the most often first; `order` is popular or failed.")
            .Produces<SearchesBody>().ProducesValidationProblem();
    }
}
