using System.Diagnostics;
using KremlinArchive.Search.Answers;

namespace KremlinArchive.Search.Measuring;

/// <summary>The course of one search, stage after stage, for measures and traces. Whoever goes through it enters each stage when the one before has ended.</summary>
internal sealed class SearchCourse : IDisposable
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly Activity? search = SearchMeasures.Source.StartActivity("search");
    private Activity? step;
    private string? stage;
    private long entered;

    /// <summary>How long the search has taken.</summary>
    public TimeSpan Taken => Stopwatch.GetElapsedTime(began);

    /// <summary>Ends the stage before and begins another.</summary>
    /// <param name="name">One of <see cref="SearchStage"/>.</param>
    public void Enter(string name)
    {
        Leave();
        (stage, entered) = (name, Stopwatch.GetTimestamp());
        if (search is not null)
            step = SearchMeasures.Source.StartActivity("search." + name);
    }

    /// <summary>The search has its answer.</summary>
    public SearchAnswer End(SearchAnswer answer)
    {
        Leave();
        SearchMeasures.Answered(answer, Taken);
        search?.SetTag("kremlin_archive.result", SearchMeasures.ResultOf(answer));
        search?.SetTag("kremlin_archive.hits", answer.Total);
        return answer;
    }

    /// <summary>The search ends without an answer.</summary>
    public void Fail(Exception failure)
    {
        SearchMeasures.Unanswered(failure is OperationCanceledException, Taken);
        // The message might hold what was searched for.
        search?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        step?.Dispose();
        search?.Dispose();
    }

    private void Leave()
    {
        if (stage is null)
            return;
        SearchMeasures.Passed(stage, Stopwatch.GetElapsedTime(entered));
        step?.Dispose();
        (stage, step) = (null, null);
    }
}

/// <summary>The stages of a search, in their order.</summary>
internal static class SearchStage
{
    /// <summary>The query is read and given other names.</summary>
    public const string Read = "read";

    /// <summary>Records are found, counted and ranked.</summary>
    public const string Match = "match";

    /// <summary>Another reading is looked for, where little was found.</summary>
    public const string Rescue = "rescue";

    /// <summary>The values of facets are named.</summary>
    public const string Facets = "facets";

    /// <summary>The page's records are read, and what was found in them is cut out and marked.</summary>
    public const string Snippets = "snippets";
}
