using System.Globalization;

namespace KremlinArchive.Web.Admin.Fetches;

/// <summary>The addresses of fetches at the desk.</summary>
internal static class FetchAddresses
{
    public const string Page = "/admin/fetch";

    /// <summary>The page, with a problem that it tells.</summary>
    public static string With(FetchProblem problem) => $"{Page}?problem={problem.Key()}";

    public static string Resume(long plan) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{plan}/resume");

    public static string Abandon(long plan) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{plan}/abandon");
}

/// <summary>Why something was not done with a fetch.</summary>
public enum FetchProblem
{
    /// <summary>Too many wait already; its plan is kept.</summary>
    QueueFull,

    /// <summary>It goes on or waits for its turn, and has to be stopped first.</summary>
    Running,

    /// <summary>It has ended, or there is none.</summary>
    Ended,

    /// <summary>There is nothing to ask for.</summary>
    NoGaps,
}

/// <summary>Problems as addresses and words name them.</summary>
internal static class FetchProblems
{
    public static IReadOnlyList<FetchProblem> All { get; } = Enum.GetValues<FetchProblem>();

    public static string Key(this FetchProblem problem) => problem switch
    {
        FetchProblem.QueueFull => "queue-full",
        FetchProblem.Running => "running",
        FetchProblem.Ended => "ended",
        FetchProblem.NoGaps => "no-gaps",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "There is no such problem."),
    };

    public static FetchProblem? Parse(string? key) => All.Where(problem => problem.Key() == key).Select(problem => (FetchProblem?)problem).FirstOrDefault();
}
