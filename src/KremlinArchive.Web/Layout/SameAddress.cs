using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace KremlinArchive.Web.Layout;

/// <summary>The address of the page that is shown, as it was asked for or with one parameter changed.</summary>
internal static class SameAddress
{
    public static string Of(HttpRequest request)
    {
        var (path, query) = Asked(request);
        return path + query;
    }

    public static string With(HttpRequest request, string parameter, string value)
    {
        var (path, query) = Asked(request);
        var others = QueryHelpers.ParseQuery(query.Value).Where(given => given.Key != parameter);
        return path + QueryString.Create([.. others, KeyValuePair.Create(parameter, new StringValues(value))]);
    }

    // Where an address leads nowhere, another one has been run in its place.
    private static (string Path, QueryString Query) Asked(HttpRequest request) =>
        request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
            ? (asked.OriginalPathBase + new PathString(asked.OriginalPath), new QueryString(asked.OriginalQueryString))
            : (request.PathBase + request.Path, request.QueryString);
}
