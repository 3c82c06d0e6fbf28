namespace KremlinArchive.Search.Json;

/// <summary>The versions of a record as programs receive them, in the order in which the site showed them.</summary>
public sealed record VersionsBody(string Id, string Title, int Current, IReadOnlyList<VersionEntryBody> Versions);

/// <summary>What is known of a version; times at which it was seen, or another in its place. The content of one that is withheld is not to be had.</summary>
public sealed record VersionEntryBody(
    int Number,
    bool Current,
    string Form,
    DateTimeOffset? SeenFirst,
    DateTimeOffset? SeenLast,
    DateTimeOffset? NotSeenOn,
    DateTimeOffset? CapturedAt,
    DateTimeOffset ImportedAt,
    string Sha256,
    bool Withheld);

/// <summary>One version of a record with its content.</summary>
public sealed record VersionBody(VersionEntryBody Version, int Current, RecordBody Record);

/// <summary>What two versions of a record differ in.</summary>
public sealed record ComparisonBody(
    string Id,
    VersionEntryBody Before,
    VersionEntryBody After,
    ComparisonCountsBody Counts,
    IReadOnlyList<FieldChangeBody> Fields,
    IReadOnlyList<PassageChangeBody> Passages);

/// <summary>How many passages met each change.</summary>
public sealed record ComparisonCountsBody(int Same, int Changed, int Added, int Removed, int Moved);

/// <summary>A field that differs.</summary>
public sealed record FieldChangeBody(string Field, string? Before, string? After, IReadOnlyList<ChangedPieceBody> Pieces);

/// <summary>A passage of either version, or one of both.</summary>
/// <param name="Change">same, changed, added, removed, moved-away (where it stood) or moved-here (where it stands).</param>
/// <param name="Before">The passage's number in the earlier version.</param>
/// <param name="After">The passage's number in the later version.</param>
/// <param name="SpeakerBefore">Its speaker there.</param>
/// <param name="SpeakerAfter">Its speaker here.</param>
/// <param name="Pieces">Both texts in one: without what was added it is the earlier text, without what was removed the later one.</param>
public sealed record PassageChangeBody(
    string Change, int? Before, int? After, string? SpeakerBefore, string? SpeakerAfter, IReadOnlyList<ChangedPieceBody> Pieces);

/// <summary>A piece of a compared text: kept, removed or added.</summary>
public sealed record ChangedPieceBody(string Change, string Text);

/// <summary>A stretch of the change log.</summary>
public sealed record ChangesBody(IReadOnlyList<ChangeBody> Changes);

/// <summary>An entry of the change log: added, revised, enriched, older-found, withheld or released.</summary>
/// <param name="Title">The record's title today; null while the record is withheld.</param>
/// <param name="Compare">The versions that show an edit, <c>1..2</c>; null where the change is no edit, and where one of them is withheld.</param>
public sealed record ChangeBody(
    long Change, string Kind, string Id, string? Title, int Version, DateTimeOffset At, DateTimeOffset? SeenFirst, string? Compare);
