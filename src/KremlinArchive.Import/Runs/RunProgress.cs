using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Runs;

/// <summary>How far a run has come. Everything counted is stored already.</summary>
public sealed record RunProgress
{
    public int Added { get; init; }

    public int Revised { get; init; }

    public int Unchanged { get; init; }

    public int Skipped { get; init; }

    public int Quarantined { get; init; }

    /// <summary>Bytes of the files on disk that were used up; see <see cref="Sources.PageSource.Measure"/> for all of them.</summary>
    public long Taken { get; init; }

    /// <summary>Since the run began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How many outcomes there are; a feed has one for each of its entries.</summary>
    public int Done => Added + Revised + Unchanged + Skipped + Quarantined;

    /// <summary>Outcomes a second since the run began.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>The same after one more outcome.</summary>
    internal RunProgress With(Outcome outcome) => outcome switch
    {
        Outcome.Added => this with { Added = Added + 1 },
        Outcome.Revised => this with { Revised = Revised + 1 },
        Outcome.Unchanged => this with { Unchanged = Unchanged + 1 },
        Outcome.Skipped => this with { Skipped = Skipped + 1 },
        Outcome.Quarantined => this with { Quarantined = Quarantined + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
    };
}
