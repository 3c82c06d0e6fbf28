using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Reading;
using KremlinArchive.Store.Withholding;
using KremlinArchive.Web.Versions;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/records/{lang}/{collection}/{number}/versions</c>, one of them, and what two of them differ in.</summary>
internal static class VersionsApi
{
    public static Task<IResult> ListAsync(
        string lang, string collection, string number, VersionReader versions, IStringLocalizer<Words> words, CancellationToken cancellation) =>
        AnswerAsync(
            lang, collection, number, words,
            id => versions.HistoryAsync(id, cancellation), ArchiveJson.Write,
            id => id.ToString(),
            id => words["api.no-record", id]);

    public static Task<IResult> FindAsync(
        string lang, string collection, string number, string version, VersionReader versions, IStringLocalizer<Words> words, CancellationToken cancellation) =>
        AnswerAsync(
            lang, collection, number, words,
            id => versions.FindAsync(id, RecordId.ParseNumber(version) ?? 0, cancellation), ArchiveJson.Write,
            id => $"{id}/versions/{version}",
            id => words["api.no-version", id, version]);

    public static Task<IResult> CompareAsync(
        string lang, string collection, string number, string before, string after, string? show,
        VersionReader versions, IStringLocalizer<Words> words, CancellationToken cancellation) =>
        AnswerAsync(
            lang, collection, number, words,
            async id => VersionRange.Parse($"{before}..{after}") is { } range ? await versions.PairAsync(id, range.Before, range.After, cancellation) : new Sought<VersionPair>(null),
            pair => ArchiveJson.Write(pair, isWhole: show == VersionAddress.All),
            id => $"{id}/versions/{before}..{after}",
            id => words["api.no-version", id, $"{before}..{after}"]);

    private static async Task<IResult> AnswerAsync<T>(
        string lang, string collection, string number, IStringLocalizer<Words> words,
        Func<RecordId, Task<Sought<T>>> find, Func<T, byte[]> write, Func<RecordId, string> name, Func<RecordId, string> missing)
        where T : class
    {
        if (RecordId.Parse(lang, collection, number) is not { } id)
            return Results.Problem(words["api.not-an-identity"], statusCode: StatusCodes.Status404NotFound);
        return await find(id) switch
        {
            { Found: { } found } => Results.Bytes(write(found), ApiContent.Json),
            { Tombstone: { } tombstone } => words.Withheld(name(id), tombstone),
            _ => Results.Problem(missing(id), statusCode: StatusCodes.Status404NotFound),
        };
    }
}
