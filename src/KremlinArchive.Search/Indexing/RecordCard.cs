using KremlinArchive.Records;

namespace KremlinArchive.Search.Indexing;

/// <summary>What a list of results shows of a record, stored apart from its text.</summary>
internal sealed record RecordCard(RecordId Id, string Url, string Title, string? Lead, PrintedTime Published, string? Place, Kind Kind)
{
    private const char Separator = '\u001F';

    public static RecordCard Of(ArchiveRecord record) =>
        new(record.Id, record.Address, record.Title, record.Lead, record.Published, record.Place, record.Kind);

    public string Write() => string.Join(
        Separator,
        Id.ToString(),
        Published.ToString(),
        Kind.Key(),
        Plain(Url),
        Plain(Place),
        Plain(Title),
        Plain(Lead));

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
            KindKeys.Parse(parts[2])!.Value);
    }

    private static string Plain(string? text) => text?.Replace(Separator, ' ') ?? "";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
