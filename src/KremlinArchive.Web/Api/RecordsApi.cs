using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Reading;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/records/{lang}/{collection}/{number}</c>.</summary>
internal static class RecordsApi
{
    public static async Task<IResult> FindAsync(
        string lang, string collection, string number, RecordReader records, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        if (RecordId.Parse(lang, collection, number) is not { } id)
            return Results.Problem(words["api.not-an-identity"], statusCode: StatusCodes.Status404NotFound);
        return await records.FindAsync(id, cancellation) is { } stored
            ? Results.Bytes(ArchiveJson.Write(stored), ApiContent.Json)
            : Results.Problem(words["api.no-record", id], statusCode: StatusCodes.Status404NotFound);
    }
}
