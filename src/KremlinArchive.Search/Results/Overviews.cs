using KremlinArchive.Records;
using KremlinArchive.Search.Answers;

namespace KremlinArchive.Search.Results;

/// <summary>The overviews of one view, each made once: for a day and an interface language.</summary>
internal sealed class Overviews(IndexView view)
{
    private readonly Lock making = new();
    private readonly Dictionary<Language, Dated> latest = [];

    public ArchiveOverview Of(DateOnly today, Language language, CancellationToken cancellation)
    {
        lock (making)
        {
            if (!latest.TryGetValue(language, out var known) || known.Day != today)
                latest[language] = known = new Dated(today, Overview.Of(view, today, language, cancellation));
            return known.Overview;
        }
    }

    private sealed record Dated(DateOnly Day, ArchiveOverview Overview);
}
