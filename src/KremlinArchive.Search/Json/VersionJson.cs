using KremlinArchive.Search.Comparing;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Search.Json;

/// <summary>The shapes of versions, comparisons and changes.</summary>
internal static class VersionJson
{
    public static VersionsBody Body(VersionHistory history) =>
        new(history.Id.ToString(), history.Title, history.Current.Number, [.. history.Versions.Select(Body)]);

    public static VersionBody Body(StoredVersion version, RecordBody record) => new(Body(version.Entry), version.History.Current.Number, record);

    public static ComparisonBody Body(VersionPair pair, bool isWhole)
    {
        var compared = RecordComparison.Of(pair.Before.Record, pair.After.Record);
        return new ComparisonBody(
            pair.After.Record.Id.ToString(),
            Body(pair.Before.Entry),
            Body(pair.After.Entry),
            new ComparisonCountsBody(
                compared.Count(PassageChange.Same),
                compared.Count(PassageChange.Changed),
                compared.Count(PassageChange.Added),
                compared.Count(PassageChange.Removed),
                compared.Count(PassageChange.MovedHere)),
            [.. compared.Fields.Select(field => new FieldChangeBody(field.Field.Name(), Value(field.Text.Before), Value(field.Text.After), Pieces(field.Text)))],
            [.. compared.Passages.Where(passage => isWhole || passage.Change != PassageChange.Same).Select(Body)]);
    }

    public static ChangeBody Body(LoggedChange change) => new(
        change.Number, Name(change.Kind), change.Id.ToString(), change.Title, change.Version, change.At, change.SeenFirst, change.Compared?.ToString());

    /// <summary>A version as the record that it would be if it were current.</summary>
    public static StoredRecord Stored(StoredVersion version) => new()
    {
        Record = version.Record,
        Version = version.Entry.Number,
        Versions = version.History.Versions.Count,
        CapturedAt = version.Entry.CapturedAt,
        ImportedAt = version.Entry.ImportedAt,
        SeenFirst = version.Entry.SeenFirst,
        Sha256 = version.Entry.Sha256,
        HasTranslation = version.HasTranslation,
    };

    /// <summary>The name of a kind of change.</summary>
    public static string Name(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Revised => "revised",
        ChangeKind.Enriched => "enriched",
        ChangeKind.OlderFound => "older-found",
        ChangeKind.Withheld => "withheld",
        ChangeKind.Released => "released",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of change."),
    };

    private static VersionEntryBody Body(VersionEntry version) => new(
        version.Number,
        version.IsCurrent,
        version.Form.ToString().ToLowerInvariant(),
        version.SeenFirst,
        version.SeenLast,
        version.NotSeenOn,
        version.CapturedAt,
        version.ImportedAt,
        version.Sha256,
        version.IsWithheld);

    private static PassageChangeBody Body(ComparedPassage passage) => new(
        Name(passage.Change), passage.Before?.Number, passage.After?.Number, passage.Before?.Speaker, passage.After?.Speaker, Pieces(passage.Text));

    private static IReadOnlyList<ChangedPieceBody> Pieces(ChangedText text) =>
        [.. text.Pieces.Select(piece => new ChangedPieceBody(piece.Change.ToString().ToLowerInvariant(), piece.Text))];

    private static string? Value(string text) => text.Length == 0 ? null : text;

    private static string Name(PassageChange change) => change switch
    {
        PassageChange.MovedAway => "moved-away",
        PassageChange.MovedHere => "moved-here",
        _ => change.ToString().ToLowerInvariant(),
    };
}
