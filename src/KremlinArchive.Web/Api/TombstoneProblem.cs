using KremlinArchive.Store.Withholding;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary>What programs receive in the place of something withheld: 410, with the reason and since when.</summary>
internal static class TombstoneProblem
{
    /// <param name="what">What was asked for, as its address names it.</param>
    public static IResult Withheld(this IStringLocalizer<Words> words, object what, Tombstone tombstone) => Results.Problem(
        words["api.withheld", what],
        statusCode: StatusCodes.Status410Gone,
        extensions: new Dictionary<string, object?> { ["reason"] = tombstone.Reason, ["withheld_at"] = tombstone.WithheldAt });
}
