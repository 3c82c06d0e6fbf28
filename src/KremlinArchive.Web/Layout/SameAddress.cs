using Microsoft.Extensions.Primitives;

namespace KremlinArchive.Web.Layout;

/// <summary>The address of the page that is shown, with one parameter changed.</summary>
internal static class SameAddress
{
    public static string With(HttpRequest request, string parameter, string value)
    {
        var others = request.Query.Where(given => given.Key != parameter);
        return request.PathBase + request.Path + QueryString.Create([.. others, KeyValuePair.Create(parameter, new StringValues(value))]);
    }
}
