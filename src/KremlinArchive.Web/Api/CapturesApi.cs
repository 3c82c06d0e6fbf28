using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Withholding;
using KremlinArchive.Web.Hosting;
using KremlinArchive.Web.Hosting.Caching;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/records/{lang}/{collection}/{number}/captures</c>: the evidence of a record, and <c>GET /api/v1/captures/{number}/source</c>: one as it came.</summary>
internal static class CapturesApi
{
    private const int UsualSize = 100;
    private const int LargestSize = 1000;

    public static async Task<IResult> ListAsync(
        string lang, string collection, string number, string? after, string? size, CaptureCatalogue captures, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        if (RecordId.Parse(lang, collection, number) is not { } id)
            return Results.Problem(words["api.not-an-identity"], statusCode: StatusCodes.Status404NotFound);
        var numbers = new NumberParameters(words);
        var from = numbers.Read(nameof(after), after, 0, least: 0);
        var most = numbers.Read(nameof(size), size, UsualSize, least: 1);
        if (numbers.Wrong.Count > 0)
            return Results.ValidationProblem(numbers.Wrong, title: words["api.wrong-parameters"]);
        return await captures.OfAsync(id, from, (int)Math.Min(most, LargestSize), cancellation) switch
        {
            { Found: { } page } => Results.Bytes(ArchiveJson.Write(page), ApiContent.Json),
            { Tombstone: { } tombstone } => words.Withheld(id, tombstone),
            _ => Results.Problem(words["api.no-record", id], statusCode: StatusCodes.Status404NotFound),
        };
    }

    public static async Task<IResult> SourceAsync(string number, HttpContext http, CaptureCatalogue captures, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var sought = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var capture) ? await captures.SourceAsync(capture, cancellation) : new Sought<Capture>(null);
        return sought switch
        {
            { Found: { } found } => Hand(http, found, capture),
            { Tombstone: { } tombstone } => words.Withheld(number, tombstone),
            _ => Results.Problem(words["api.no-capture", number], statusCode: StatusCodes.Status404NotFound),
        };
    }

    // The bytes never change, whatever else of the archive does: their hash tells whether a copy is still good. Whether it may still be had is asked each time.
    private static IResult Hand(HttpContext http, Capture capture, long number)
    {
        Revalidation.KeepNowhere(http);
        http.Response.Headers.CacheControl = "private, no-cache";
        return ForeignSource.Hand(http, capture, string.Create(CultureInfo.InvariantCulture, $"capture-{number}.txt"), new EntityTagHeaderValue($"\"{capture.Sha256}\""));
    }
}
