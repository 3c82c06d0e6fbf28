using Microsoft.AspNetCore.Http.HttpResults;

namespace KremlinArchive.Web.Search.Suggestions;

/// <summary>
/// <c>GET /live/suggestions</c>: the part of a page that opens a circuit. A script asks for it when the reader first touches the search
/// box, so that who only reads opens none, and a page from a cache brings no ticket to a circuit that has run out.
/// </summary>
internal static class SuggestionEndpoint
{
    public const string Address = "/live/suggestions";

    public static void MapSuggestions(this WebApplication app) => app.MapGet(Address, (HttpResponse response) =>
    {
        response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<SuggestionIsland> { PreventStreamingRendering = true };
    }).ExcludeFromDescription();
}
