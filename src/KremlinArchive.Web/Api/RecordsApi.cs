using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Reading;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/records/{lang}/{collection}/{number}</c>, and the same record as plain text under <c>/text</c>.</summary>
internal static class RecordsApi
{
    public static Task<IResult> FindAsync(
        string lang, string collection, string number, RecordReader records, IStringLocalizer<Words> words, CancellationToken cancellation) =>
        AnswerAsync(lang, collection, number, records, words, stored => Results.Bytes(ArchiveJson.Write(stored), ApiContent.Json), cancellation);

    public static Task<IResult> FindTextAsync(
        string lang, string collection, string number, RecordReader records, IStringLocalizer<Words> words, CancellationToken cancellation) =>
        AnswerAsync(lang, collection, number, records, words, stored => Results.Text(RecordText.Of(stored.Record), ApiContent.Text), cancellation);

    private static async Task<IResult> AnswerAsync(
        string lang, string collection, string number, RecordReader records, IStringLocalizer<Words> words,
        Func<StoredRecord, IResult> answer, CancellationToken cancellation)
    {
        if (RecordId.Parse(lang, collection, number) is not { } id)
            return Results.Problem(words["api.not-an-identity"], statusCode: StatusCodes.Status404NotFound);
        return await records.FindAsync(id, cancellation) switch
        {
            { Found: { } stored } => answer(stored),
            { Tombstone: { } tombstone } => words.Withheld(id, tombstone),
            _ => Results.Problem(words["api.no-record", id], statusCode: StatusCodes.Status404NotFound),
        };
    }
}
