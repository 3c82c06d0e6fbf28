namespace KremlinArchive.Store.Withholding;

/// <summary>Why something was not withheld, or not released.</summary>
public enum WithholdingProblem
{
    /// <summary>The reason is missing or says nothing.</summary>
    ReasonIsShort,

    /// <summary>The reason is longer than a tombstone can bear.</summary>
    ReasonIsLong,

    /// <summary>The archive holds no such record or capture.</summary>
    NotHeld,

    /// <summary>It is withheld already.</summary>
    WithheldAlready,

    /// <summary>It is not withheld itself; something else may hide it.</summary>
    NotWithheld,

    /// <summary>The capture shows no record, so that readers do not see it anyway.</summary>
    ShowsNothing,
}

/// <summary>What a reason must be.</summary>
public static class WithholdingReason
{
    public const int Shortest = 3;
    public const int Longest = 1000;

    /// <summary>The reason as it is kept: one line end for all, nothing around it.</summary>
    public static string Clean(string? reason) => (reason ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>What is wrong with a cleaned reason; null if nothing is.</summary>
    public static WithholdingProblem? ProblemOf(string reason) => reason.Length switch
    {
        < Shortest => WithholdingProblem.ReasonIsShort,
        > Longest => WithholdingProblem.ReasonIsLong,
        _ => null,
    };
}
