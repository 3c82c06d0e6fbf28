using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Admin.Index;

/// <summary>The state of the index in a few words.</summary>
internal static class IndexWords
{
    public static string Of(IStringLocalizer<Words> words, IndexState state)
    {
        if (state.IsRebuilding)
            return words["index.rebuilding"];
        if (state.Failure is not null)
            return words["index.failed"];
        return state.Lag == 0 ? words["index.current"] : words["index.behind", words.Count("changes", state.Lag)];
    }
}
