namespace KremlinArchive.Store.Listings;

/// <summary>What is known of some Moscow days, and how much of it the archive holds.</summary>
public sealed record CoverageCount
{
    /// <summary>Documents that the archive holds, by their publication.</summary>
    public int Held { get; init; }

    /// <summary>Documents that feeds or lists name, which it does not hold and has not asked for in vain.</summary>
    public int Missing { get; init; }

    /// <summary>Documents asked for when the site refused or did not answer.</summary>
    public int Refused { get; init; }

    /// <summary>Documents that the site names and, when asked, has no page of.</summary>
    public int Absent { get; init; }

    /// <summary>Documents whose page came and could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>All that is known: held or listed.</summary>
    public int Known => Held + Gaps;

    /// <summary>All that is listed and not held.</summary>
    public int Gaps => Missing + Refused + Absent + Unreadable;

    /// <summary>All that it would help to ask for.</summary>
    public int Askable => Missing + Refused;

    public static CoverageCount operator +(CoverageCount one, CoverageCount other) => new()
    {
        Held = one.Held + other.Held,
        Missing = one.Missing + other.Missing,
        Refused = one.Refused + other.Refused,
        Absent = one.Absent + other.Absent,
        Unreadable = one.Unreadable + other.Unreadable,
    };

    /// <summary>With so many more gaps of a kind.</summary>
    /// <param name="answer">What the site answered; null if it was not asked.</param>
    internal CoverageCount With(ListedAnswer? answer, int count) => answer switch
    {
        null => this with { Missing = Missing + count },
        ListedAnswer.Refused => this with { Refused = Refused + count },
        ListedAnswer.Absent => this with { Absent = Absent + count },
        ListedAnswer.Unreadable => this with { Unreadable = Unreadable + count },
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "There is no such answer."),
    };
}

/// <summary>The coverage of one Moscow day.</summary>
public sealed record CoverageDay(DateOnly Day, CoverageCount Coverage);
