using System.Globalization;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;

namespace KremlinArchive.Web.Admin.Searches;

/// <summary>The addresses of what was searched for.</summary>
internal static class AskedAddress
{
    public const string List = "/admin/searches";

    /// <summary>The spans that can be chosen, in days.</summary>
    public static IReadOnlyList<int> Spans { get; } = [7, 30, 90];

    /// <summary>The page of a span.</summary>
    public static string Of(int days) => string.Create(CultureInfo.InvariantCulture, $"{List}?days={days}");

    /// <summary>The span of an address; the middle one for none and for nonsense.</summary>
    public static int Days(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Spans.Contains(days) ? days : 30;

    /// <summary>The search itself.</summary>
    public static string Search(string query) => SearchAddress.Of(new SearchRequest { Query = query });
}
