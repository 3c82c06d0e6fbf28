namespace KremlinArchive.Import.Runs;

/// <summary>What a run did, from its first page to its last or to what ended it.</summary>
public sealed record RunReport
{
    /// <summary>So many problems are listed; the rest is counted.</summary>
    public const int MostProblems = 1000;

    /// <summary>The run's number in the archive's history.</summary>
    public required long Run { get; init; }

    public required int Added { get; init; }

    public required int Revised { get; init; }

    public required int Unchanged { get; init; }

    public required int Skipped { get; init; }

    public required int Quarantined { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>What was quarantined and why, in the order of the sources; at most <see cref="MostProblems"/>.</summary>
    public required IReadOnlyList<RunProblem> Problems { get; init; }

    /// <summary>Why the run ended before its last page, in a sentence; null if it did not. What is counted above is stored all the same.</summary>
    public required string? Failure { get; init; }

    /// <summary>How many problems are not listed.</summary>
    public int ProblemsLeftOut => Quarantined - Problems.Count;
}

/// <summary>A page that should have been a document and could not be read.</summary>
/// <param name="Source">The capture's source.</param>
/// <param name="Reason">A sentence for admins.</param>
public sealed record RunProblem(string Source, string Reason);
