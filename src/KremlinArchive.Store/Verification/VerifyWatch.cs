namespace KremlinArchive.Store.Verification;

/// <summary>What a verification is at.</summary>
public enum VerifyStage
{
    /// <summary>The pages and indexes of the database.</summary>
    Pages,

    /// <summary>The chain of changes.</summary>
    Changes,

    /// <summary>The content of versions.</summary>
    Versions,

    /// <summary>The bytes of captures.</summary>
    Captures,

    /// <summary>What refers to what.</summary>
    References,

    /// <summary>The index of searches.</summary>
    Index,
}

/// <summary>How far a verification has come in its present stage; both are 0 where that cannot be told.</summary>
public sealed record VerifyProgress(VerifyStage Stage, long Done, long All);

/// <summary>What someone who waits for a verification is told while it goes on.</summary>
public sealed record VerifyWatch
{
    private const int Often = 1000;

    /// <summary>At the beginning of each stage, and now and then.</summary>
    public Action<VerifyProgress>? Advanced { get; init; }

    /// <summary>Tells of one more; most are passed over.</summary>
    public void Tell(VerifyStage stage, long done, long all)
    {
        if (done % Often == 0)
            Advanced?.Invoke(new VerifyProgress(stage, done, all));
    }
}
