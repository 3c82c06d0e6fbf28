using KremlinArchive.Search.Json;
using KremlinArchive.Web.Api.Keyed;
using KremlinArchive.Web.Hosting.Caching;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace KremlinArchive.Web.Api;

/// <summary>The addresses for programs, and their description.</summary>
internal static class ArchiveApi
{
    private const string Description = "Search and read the archive's records. Times are Moscow's; texts are quoted under CC BY 4.0 with their address on kremlin.ru as source.";

    public static void AddArchiveApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "KremlinArchive", Version = "v1", Description = Description };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(SearchParameterDescription.AddAsync);
            options.AddDocumentTransformer(KeyDescription.AddSchemeAsync);
            options.AddOperationTransformer(KeyDescription.AddAsync);
        });
    }

    public static void MapArchiveApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithMetadata(new RevalidatedAttribute());
        api.MapGet("/search", SearchApi.Search)
            .WithName("search").WithTags("Archive").WithSummary("Finds records by words, dates and facets.")
            .Produces<SearchBody>().ProducesValidationProblem();
        api.MapGet("/records/{lang}/{collection}/{number}", RecordsApi.FindAsync)
            .WithName("record").WithTags("Archive").WithSummary("One record in its current version, with its passages.")
            .Produces<RecordBody>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        api.MapGet("/records/{lang}/{collection}/{number}/text", RecordsApi.FindTextAsync)
            .WithName("record-text").WithTags("Archive").WithSummary("The same record as plain text in UTF-8: title, date and place, lead, the passages with their speakers, source.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        MapVersions(api);
        MapCoverage(api);
        MapCaptures(api);
        api.MapGet("/status", StatusApi.StatusAsync)
            .WithName("status").WithTags("Archive").WithSummary("How many records there are and how far the index has followed.")
            .Produces<StatusBody>();
        app.MapKeyedApi();
        app.MapOpenApi();
        app.MapScalarApiReference("/api/docs", options =>
        {
            options.WithTitle("KremlinArchive API");
            // What would lead to another host stays out.
            options.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton();
        });
    }

    private static void MapVersions(RouteGroupBuilder api)
    {
        const string Versions = "/records/{lang}/{collection}/{number}/versions";
        api.MapGet(Versions, VersionsApi.ListAsync)
            .WithName("versions").WithTags("Versions")
            .WithSummary("The versions of a record in the order in which the site showed them; `seen_first`, `seen_last` and `not_seen_on` tell what was observed.")
            .Produces<VersionsBody>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        api.MapGet(Versions + "/{version}", VersionsApi.FindAsync)
            .WithName("version").WithTags("Versions").WithSummary("One version with its content, and which version is current.")
            .Produces<VersionBody>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        api.MapGet(Versions + "/{before}..{after}", VersionsApi.CompareAsync)
            .WithName("comparison").WithTags("Versions")
            .WithSummary("What two versions differ in: fields, passages, words. `show=all` adds the passages that are the same.")
            .Produces<ComparisonBody>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        api.MapGet("/changes", ChangesApi.ListAsync)
            .WithName("changes").WithTags("Versions")
            .WithSummary("The change log after a number, the oldest first, at most `size` entries (1000); `show=edits` leaves out additions and enrichments.")
            .Produces<ChangesBody>().ProducesValidationProblem();
    }

    private static void MapCoverage(RouteGroupBuilder api)
    {
        api.MapGet("/coverage", CoverageApi.DaysAsync)
            .WithName("coverage").WithTags("Coverage")
            .WithSummary("How much of what the site has published the archive holds, by Moscow days from `from` to `to` (years, months or days, 400 days at most): `known` is held or named by a feed or list of the site.")
            .Produces<CoverageBody>().ProducesValidationProblem();
        api.MapGet("/coverage/gaps", CoverageApi.GapsAsync)
            .WithName("gaps").WithTags("Coverage")
            .WithSummary("What the site names of these days and the archive does not hold, at most `size` documents (1000); `after` goes on where an answer ended.")
            .Produces<GapsBody>().ProducesValidationProblem();
    }

    private static void MapCaptures(RouteGroupBuilder api)
    {
        api.MapGet("/records/{lang}/{collection}/{number}/captures", CapturesApi.ListAsync)
            .WithName("captures").WithTags("Captures")
            .WithSummary("The captures of a record in the order of arrival, those after a number, at most `size` (1000); `version` is the one that a capture shows, and of what is `withheld` the source is not to be had.")
            .Produces<CapturesBody>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        api.MapGet("/captures/{number}/source", CapturesApi.SourceAsync)
            .WithName("capture-source").WithTags("Captures")
            .WithSummary("The bytes of a capture as they came, to be kept as a file; the ETag is their SHA-256. 410 with `reason` and `withheld_at` if it is withheld.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }
}
