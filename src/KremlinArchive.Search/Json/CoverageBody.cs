namespace KremlinArchive.Search.Json;

/// <summary>How much of what the site has published in some Moscow days the archive holds.</summary>
/// <param name="Total">All days together.</param>
/// <param name="Days">Each day, also those of which nothing is known.</param>
public sealed record CoverageBody(string Language, string From, string To, CoverageCountBody Total, IReadOnlyList<CoverageDayBody> Days);

/// <summary>Numbers of documents.</summary>
/// <param name="Known">Held, or named by a feed or list of the site.</param>
/// <param name="Held">In the archive, by their publication.</param>
/// <param name="Missing">Named, not held, and not asked for in vain.</param>
/// <param name="Refused">Asked for when the site refused or did not answer.</param>
/// <param name="Absent">Named, and without a page when asked for.</param>
/// <param name="Unreadable">Their page came and could not be read.</param>
public sealed record CoverageCountBody(int Known, int Held, int Missing, int Refused, int Absent, int Unreadable);

/// <summary>The numbers of one Moscow day.</summary>
public sealed record CoverageDayBody(string Day, int Known, int Held, int Missing, int Refused, int Absent, int Unreadable);

/// <summary>Documents that the site names and the archive does not hold.</summary>
/// <param name="After">What <c>after</c> must be to have those that follow; null at the end.</param>
public sealed record GapsBody(string Language, string From, string To, IReadOnlyList<GapBody> Gaps, string? After);

/// <summary>A document that the archive does not hold.</summary>
/// <param name="State">missing, refused, absent or unreadable.</param>
/// <param name="AskedAt">When its page was last asked for in vain.</param>
public sealed record GapBody(string Id, string Day, string Address, string State, DateTimeOffset ListedAt, DateTimeOffset? AskedAt);
