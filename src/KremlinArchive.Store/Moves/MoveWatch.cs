using KremlinArchive.Store.Verification;

namespace KremlinArchive.Store.Moves;

/// <summary>What someone who waits for a move is told while it goes on.</summary>
public sealed record MoveWatch
{
    /// <summary>After each page that was copied or compared.</summary>
    public Action<MoveProgress>? Advanced { get; init; }

    /// <summary>Watches what was moved being proved.</summary>
    public VerifyWatch Verifying { get; init; } = new();
}

/// <summary>How far a move has come.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Table">The table.</param>
/// <param name="Done">How many rows of all tables have been looked at in this stage.</param>
/// <param name="All">How many there are.</param>
public sealed record MoveProgress(MoveStage Stage, string Table, long Done, long All);

/// <summary>What a move is at, before it proves what it has moved.</summary>
public enum MoveStage
{
    /// <summary>Others may write the archive meanwhile.</summary>
    Copying,

    /// <summary>Nobody writes the archive, and what was written since is copied.</summary>
    Comparing,
}

/// <summary>An archive that was moved.</summary>
/// <param name="From">Where it was, and still is.</param>
/// <param name="To">Where it is, too.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Written">How many of them were written this time; the others were there from a move that was ended before.</param>
/// <param name="Found">What proving it found: no damage.</param>
public sealed record MoveReport(string From, string To, long Rows, long Written, Verification.Verification Found);
