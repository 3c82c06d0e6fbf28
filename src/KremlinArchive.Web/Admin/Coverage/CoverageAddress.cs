using KremlinArchive.Records;
using KremlinArchive.Store.Listings;
using KremlinArchive.Web.Admin.Fetches;
using KremlinArchive.Web.Wording;

namespace KremlinArchive.Web.Admin.Coverage;

/// <summary>The addresses of the calendar of coverage.</summary>
internal static class CoverageAddress
{
    public const string Page = "/admin/coverage";

    public const string Fetch = Page + "/fetch";

    /// <summary>The language that an address names, else Russian: the site has all in it.</summary>
    public static Language Language(string? code) => LanguageCodes.Parse(code) ?? Records.Language.Russian;

    /// <summary>A period of the calendar.</summary>
    /// <param name="after">In the list of gaps, what follows this place; null for its beginning.</param>
    public static string Of(Language language, CoveragePeriod period, GapKey? after = null)
    {
        var query = QueryString.Create("lang", language.Code()).Add("period", period.ToString());
        if (after is { } key)
            query = query.Add("after", key.ToString());
        return Page + query;
    }

    /// <summary>A period, with a problem that its page tells.</summary>
    public static string With(Language language, CoveragePeriod period, FetchProblem problem) => $"{Of(language, period)}&problem={problem.Key()}";

    /// <summary>A day in the table of its month.</summary>
    public static string Of(Language language, DateOnly day) => $"{Of(language, new CoveragePeriod(day.Year, day.Month))}#{Id(day)}";

    /// <summary>The name of a day on the page of its month.</summary>
    public static string Id(DateOnly day) => "d" + day.Iso();
}
