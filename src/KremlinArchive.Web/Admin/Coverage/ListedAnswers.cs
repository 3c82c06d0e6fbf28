using KremlinArchive.Store.Listings;

namespace KremlinArchive.Web.Admin.Coverage;

/// <summary>Answers as words name them.</summary>
internal static class ListedAnswers
{
    public static IReadOnlyList<ListedAnswer> All { get; } = Enum.GetValues<ListedAnswer>();

    /// <summary><c>refused</c>, <c>absent</c>.</summary>
    public static string Key(this ListedAnswer answer) => answer.ToString().ToLowerInvariant();
}
