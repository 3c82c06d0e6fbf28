using KremlinArchive.Store.Captures;

namespace KremlinArchive.Search.Json;

/// <summary>The shapes of captures.</summary>
internal static class CaptureJson
{
    public static CapturesBody Body(RecordCaptures page) => new(page.Record.ToString(), page.Total, [.. page.Captures.Select(Body)]);

    public static CaptureShowingBody Body(CaptureShowing showing) => new(
        Body(showing.Entry), [.. showing.Shows.Select(shown => new ShownRecordBody(shown.Id.ToString(), shown.Title, shown.Version))]);

    private static CaptureBody Body(CaptureEntry capture) => new(
        capture.Number,
        capture.Sha256,
        capture.Form?.ToString().ToLowerInvariant(),
        capture.Way.ToString().ToLowerInvariant(),
        capture.PublicSource,
        capture.AskedAddress,
        capture.FinalAddress,
        capture.Status,
        capture.CapturedAt,
        capture.ArrivedAt,
        capture.Length,
        capture.Version,
        capture.IsClosed);
}
