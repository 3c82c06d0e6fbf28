using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Search.Indexing;

/// <summary>What a list of results shows of a record, stored apart from its text.</summary>
/// <param name="Versions">How many versions it has.</param>
/// <param name="Superseded">The number of the version that it is, if that is no longer current; null for the record as it stands.</param>
/// <param name="ChangedAt">When its text was first seen, or came into the archive, if it has another text before; null if it has none.</param>
internal sealed record RecordCard(
    RecordId Id, string Url, string Title, string? Lead, PrintedTime Published, string? Place, Kind Kind, int Versions, int? Superseded, DateTimeOffset? ChangedAt)
{
    private const char Separator = '\u001F';

    /// <param name="isSuperseded">True for a version that is no longer current.</param>
    public static RecordCard Of(StoredRecord stored, bool isSuperseded)
    {
        var record = stored.Record;
        return new RecordCard(
            record.Id, record.Address, record.Title, record.Lead, record.Published, record.Place, record.Kind, stored.Versions,
            isSuperseded ? stored.Version : null, isSuperseded ? null : stored.ChangedAt);
    }

    public string Write() => string.Join(
        Separator,
        Id.ToString(),
        Published.ToString(),
        Kind.Key(),
        Plain(Url),
        Plain(Place),
        Plain(Title),
        Plain(Lead),
        Versions.ToString(CultureInfo.InvariantCulture),
        Superseded?.ToString(CultureInfo.InvariantCulture) ?? "",
        ChangedAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "");

    public static RecordCard Read(string card)
    {
        var parts = card.Split(Separator);
        return new RecordCard(
            RecordId.Parse(parts[0])!,
            parts[3],
            parts[5],
            NullIfEmpty(parts[6]),
            PrintedTime.Parse(parts[1])!.Value,
            NullIfEmpty(parts[4]),
            KindKeys.Parse(parts[2])!.Value,
            int.Parse(parts[7], CultureInfo.InvariantCulture),
            NullIfEmpty(parts[8]) is { } version ? int.Parse(version, CultureInfo.InvariantCulture) : null,
            NullIfEmpty(parts[9]) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)) : null);
    }

    private static string Plain(string? text) => text?.Replace(Separator, ' ') ?? "";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
