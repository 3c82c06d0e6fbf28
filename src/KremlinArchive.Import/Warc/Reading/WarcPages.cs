using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>Takes the pages of the site out of the records of a WARC file: their bytes unpacked, their digests compared.</summary>
/// <param name="file">The file's name for people.</param>
internal sealed class WarcPages(string file, CaptureReader captures, SourceLimits limits, CancellationToken cancellation)
{
    private static readonly string[] PageTypes =
        ["", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/atom+xml", "application/rss+xml"];

    /// <summary>What was passed over so far without a word on each.</summary>
    public PassedOver PassedOver { get; } = new();

    /// <summary>The page of a record; null for a record that holds none of the site's.</summary>
    public SourceEntry? Take(WarcRecord record)
    {
        var header = record.Header;
        if (header.Type is not ("response" or "resource" or "revisit"))
        {
            PassedOver.Other += header.Type is "warcinfo" ? 0 : 1;
            return null;
        }

        if (WarcTarget.Of(header) is not { } target)
        {
            PassedOver.Hosts++;
            return null;
        }

        var refusal = header[WarcFields.Truncated] is { } why ? $"the record was cut off when it was made ({PackedName.Shown(why)})"
            : header[WarcFields.Segment] is not null ? "the record is one of several segments, which this version does not put together"
            : target.IsDated ? null
            : "its date is none that can be read";
        if (refusal is not null)
            return Refuse(target.Capture(), refusal, record);
        try
        {
            return header.Type switch
            {
                "response" => Response(record, target),
                "resource" => Resource(record, target),
                _ => Revisited(record, target),
            };
        }
        catch (Exception flaw) when (flaw is WarcDamageException or SourceLimitException && !record.Block.IsBroken)
        {
            // What is wrong is in the record, which is as long as it says: the walk goes on as if nothing were.
            return Refuse(target.Capture(), flaw.Message, record);
        }
    }

    /// <summary>A record that could not be read to its end.</summary>
    public SourceEntry Damaged(WarcRecord record, Exception damage) =>
        Refuse(WarcTarget.Of(record.Header)?.Capture() ?? Capture.Of($"{file}!{record.Place}", default), damage.Message, record);

    private SourceEntry? Response(WarcRecord record, WarcTarget target)
    {
        var (block, payload) = (WarcDigest.Parse(record.Header[WarcFields.BlockDigest]), WarcDigest.Parse(record.Header[WarcFields.PayloadDigest]));
        record.Block.SumUp(block);
        var http = HttpBlock.Read(record.Block);
        if (http.Status != 200)
            return SourceEntry.Skipped(target.Source, Message.Of($"The server answered {http.Status}, which is no page."), 0);
        if (!IsPage(UnpackedHeaders.Of(http.Headers, "Content-Type")))
            return null;

        http.SumUp(payload);
        var came = captures.Read(target.Source, http, long.MaxValue, cancellation);
        if (block?.Is(record.Block.TakeSum()) == false)
            return Refuse(target.Of(came), "the digest of its block is another one", record);
        var isPayload = payload?.Is(http.TakeSum()) != false;
        if (Shortage(http, came) is { } shortage)
            return Refuse(target.Of(came), shortage, record);
        var unpacked = Unpack(http, came, payload, ref isPayload);
        if (!isPayload)
            return Refuse(target.Of(came), "the digest of its payload is another one", record);
        return SourceEntry.Page(target.Of(unpacked, target.Exchange(http)), 0);
    }

    private SourceEntry? Resource(WarcRecord record, WarcTarget target)
    {
        if (!IsPage(record.Header[WarcFields.ContentType]))
            return null;
        var digests = new[] { WarcFields.BlockDigest, WarcFields.PayloadDigest }.Select(name => WarcDigest.Parse(record.Header[name])).OfType<WarcDigest>().ToList();
        record.Block.SumUp(digests.FirstOrDefault());
        var capture = captures.Read(target.Source, record.Block, long.MaxValue, cancellation);
        return digests.Count > 0 && (!digests[0].Is(record.Block.TakeSum()) || (capture.IsWhole && !digests[^1].IsOf(capture.Bytes.Span)))
            ? Refuse(target.Of(capture), "its digest is another one", record)
            : SourceEntry.Page(target.Of(capture), 0);
    }

    private SourceEntry Revisited(WarcRecord record, WarcTarget target)
    {
        var isAnswer = record.Header.Length > 0 && record.Header[WarcFields.ContentType]?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true;
        var http = isAnswer ? HttpBlock.Read(record.Block) : null;
        if (http is { Status: not (200 or 304) })
            return SourceEntry.Skipped(target.Source, Message.Of($"The server answered {http.Status}, which is no page."), 0);
        var revisit = new Revisit(target, http is { Status: 200 } ? target.Exchange(http) : null, record.Header, $"{file}, {record.Place}");
        return SourceEntry.Skipped(target.Source, "The same bytes as of an earlier capture, which is looked for.", 0) with { Revisit = revisit };
    }

    /// <summary>The body as the page: chunks joined, packing undone. Programs disagree on which of these states a payload's digest is of; any will do.</summary>
    private Capture Unpack(HttpBlock http, Capture came, WarcDigest? digest, ref bool isPayload)
    {
        if (!came.IsWhole)
            return came;
        var joined = came;
        if (UnpackedHeaders.Of(http.Headers, "Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true && ChunkedBody.Join(came.Bytes.Span) is { } body)
        {
            joined = Capture.Of(came.Source, body);
            isPayload = isPayload || digest!.IsOf(body);
        }

        if (UnpackedHeaders.Of(http.Headers, "Content-Encoding") is not { } coding)
            return joined;
        var unpacked = PackedBody.Unpack(joined, coding, captures, limits, cancellation);
        isPayload = isPayload || digest!.IsOf(unpacked.Bytes.Span);
        return unpacked;
    }

    /// <summary>What is missing of a body that was neither packed nor chunked.</summary>
    private static string? Shortage(HttpBlock http, Capture came) =>
        UnpackedHeaders.Of(http.Headers, "Content-Encoding") is null && UnpackedHeaders.Of(http.Headers, "Transfer-Encoding") is null
        && long.TryParse(UnpackedHeaders.Of(http.Headers, "Content-Length"), out var promised) && promised > came.Length
            ? Message.Of($"the server promised {promised} bytes, and {came.Length} came")
            : null;

    private bool IsPage(string? contentType)
    {
        var type = (contentType ?? "").Split(';')[0].Trim();
        if (PageTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return true;
        PassedOver.Types++;
        return false;
    }

    private SourceEntry Refuse(Capture capture, string what, WarcRecord record) =>
        SourceEntry.Refused(capture, $"{PackageFlaw.Beginning} what does not hold: {what.TrimEnd('.')} ({file}, {record.Place}).", 0);
}
