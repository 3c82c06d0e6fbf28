using System.Globalization;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>The addresses of runs, and of imports that wait to become runs.</summary>
internal static class RunAddress
{
    public const string History = "/admin/runs";

    public static string Of(long run) => string.Create(CultureInfo.InvariantCulture, $"{History}/{run}");

    public static string OfWaiting(Guid key) => $"{History}/waiting/{key:N}";

    /// <summary>The outcomes of a run.</summary>
    /// <param name="only">Only these; null for all.</param>
    /// <param name="after">From this place in the list on; 0 from its beginning.</param>
    public static string Outcomes(long run, Outcome? only, long after = 0)
    {
        var query = new QueryString();
        if (only is { } outcome)
            query = query.Add("outcome", outcome.Key());
        if (after > 0)
            query = query.Add("after", after.ToString(CultureInfo.InvariantCulture));
        return Of(run) + query + (only is null && after == 0 ? "" : "#outcomes");
    }
}

/// <summary>Outcomes as addresses and words name them.</summary>
internal static class OutcomeKeys
{
    public static IReadOnlyList<Outcome> All { get; } = Enum.GetValues<Outcome>();

    /// <summary><c>added</c>, <c>quarantined</c>.</summary>
    public static string Key(this Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>The outcome of a key; null for anything else.</summary>
    public static Outcome? Parse(string? key) => All.Where(outcome => outcome.Key() == key).Select(outcome => (Outcome?)outcome).FirstOrDefault();
}
