using System.IO.Compression;
using System.Text;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Import.Sources;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Import.Warc.InventedWarc;

namespace KremlinArchive.Tests.Import.Warc;

public sealed class WarcImportTests : IDisposable
{
    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("plain.warc")]
    [InlineData("members.warc.gz")]
    [InlineData("single.warc.gz")]
    [InlineData("crawl.wacz")]
    public void AnAnswerOfTheSiteIsACaptureOfItsAddressAndTime(string name)
    {
        byte[][] records =
        [
            Record("warcinfo", "software: invented\r\n"u8.ToArray(), "WARC-Date: 2021-12-07T00:00:00Z"),
            Response(Http(Page, 200, "Content-Type: text/html; charset=utf-8", "X-Invented: да")),
            Record("request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), $"WARC-Target-URI: {Address}"),
            Response(Http(Page), "https://example.org/news"),
            Response(Http([1, 2, 3], 200, "Content-Type: image/png"), "http://kremlin.ru/a.png"),
            Response(Http(Page), $"<{Address}2>", "2022-01-02T03:04:05.678Z"),
        ];
        var entries = Read(name, name switch
        {
            "plain.warc" => Plain(records),
            "members.warc.gz" => Members(records),
            "single.warc.gz" => Packed.Gzip(Plain(records)),
            _ => Wacz(("datapackage.json", "{}"u8.ToArray()), ("archive/1.warc.gz", Members(records[..3])), ("archive/2.warc", Plain(records[3..])), ("pages/pages.jsonl", [])),
        });

        Assert.Equal([$"{Address} 2021-12-07T17:15:00.000", $"{Address}2 2022-01-02T03:04:05.678"], entries[..2].Select(entry => $"{entry.Capture.Source} {entry.Capture.CapturedAt:yyyy-MM-dd'T'HH:mm:ss.fff}"));
        Assert.All(entries[..2], entry => Assert.Equal((CaptureWay.Warc, 200), (entry.Capture.Way, entry.Capture.Exchange!.Status)));
        Assert.All(entries[..2], entry => Assert.Null(entry.Verdict));
        Assert.Equal(Page, entries[0].Capture.Bytes.ToArray());
        Assert.Equal("text/html; charset=utf-8", entries[0].Capture.Exchange!.Header("content-type"));
        Assert.Equal("Passed over: 1 records of other sites, 1 of the site that are no pages by their type, 1 requests and other records.", Skipped(Assert.Single(entries[2..])));
        Assert.Equal(new FileInfo(folder.At(name)).Length, entries.Sum(entry => entry.Taken));
    }

    [Fact]
    public void BodiesAreTakenOutOfTheirChunksAndPacking()
    {
        var gzip = Packed.Gzip(Page);
        byte[][] answers =
        [
            Http(Chunks(Page), 200, "Transfer-Encoding: chunked"),
            Http(gzip, 200, "Content-Encoding: gzip"),
            Http(Chunks(gzip), 200, "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
            Http(Brotli(Page), 200, "Content-Encoding: br"),
            Http(Zlib(Page), 200, "Content-Encoding: deflate"),
            Http(Zlib(Page)[2..], 200, "Content-Encoding: deflate"),

            // Some programs undo both and leave the headers.
            Http(Page, 200, "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
            Http(Page, 200, "Content-Encoding: br"),
        ];
        var entries = Read("a.warc", Plain([.. answers.Select(answer => Response(answer))]));
        Assert.Equal(answers.Length, entries.Count);
        Assert.All(entries, entry => Assert.Equal(Page, entry.Capture.Bytes.ToArray()));
    }

    [Fact]
    public void DigestsAreComparedInEveryFormThatProgramsWrite()
    {
        var http = Http(Page);
        var chunked = Http(Chunks(Page), 200, "Transfer-Encoding: chunked");
        byte[][] records =
        [
            Response(http, Address, "2021-12-07T17:15:00Z", $"WARC-Block-Digest: {Sha1Hex(http)}", $"WARC-Payload-Digest: {Sha256Hex(Page)}"),
            Response(Http("abc"u8.ToArray()), Address, "2021-12-07T17:15:01Z", "WARC-Payload-Digest: sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"),
            Response(chunked, Address, "2021-12-07T17:15:02Z", $"WARC-Payload-Digest: {Sha1Hex(Page)}"),
            Response(chunked, Address, "2021-12-07T17:15:03Z", $"WARC-Payload-Digest: {Sha1Hex(Chunks(Page))}"),
            Response(http, Address, "2021-12-07T17:15:04Z", "WARC-Block-Digest: blake3:unknown"),
            Record("resource", Page, $"WARC-Target-URI: {Address}", "WARC-Date: 2021-12-07T17:15:05Z", "Content-Type: text/html", $"WARC-Payload-Digest: {Sha1Hex(Page)}"),
        ];
        Assert.All(Read("a.warc", Plain(records)), entry => Assert.Null(entry.Verdict));

        byte[][] wrong =
        [
            Response(http, Address, "2021-12-07T17:15:00Z", $"WARC-Block-Digest: {Sha1Hex(Page)}"),
            Response(http, Address, "2021-12-07T17:15:00Z", $"WARC-Payload-Digest: {Sha256Hex(http)}"),
            Record("resource", Page, $"WARC-Target-URI: {Address}", "WARC-Date: 2021-12-07T17:15:05Z", "Content-Type: text/html", $"WARC-Block-Digest: {Sha1Hex(http)}"),
        ];
        var entries = Read("b.warc", Plain(wrong));
        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry => Assert.Contains("digest", Refused(entry), StringComparison.Ordinal));
        Assert.Contains("b.warc, record 2, at byte ", Refused(entries[1]), StringComparison.Ordinal);
        Assert.Equal((Address, Page.Length), (entries[0].Capture.Source, entries[0].Capture.Bytes.Length));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(301)]
    [InlineData(503)]
    public void WhatIsNoPageByItsStatusIsSkippedWithIt(int status) =>
        Assert.Contains($"{status}", Skipped(Assert.Single(Read("a.warc", Response(Http(Page, status))))), StringComparison.Ordinal);

    [Fact]
    public void WhatWasCutOffOnItsWayIsQuarantined()
    {
        byte[][] records =
        [
            Response(Http(Page), Address, "2021-12-07T17:15:00Z", "WARC-Truncated: length"),
            Response(Http(Page, 200, "Content-Length: 1000")),
            Response(Http(Chunks(Page)[..^20], 200, "Transfer-Encoding: chunked")),
            Response(Http(Packed.Gzip(Page)[..^10], 200, "Content-Encoding: gzip")),
            Response(Http(Page, 200, "Content-Encoding: gzip, gzip, gzip, gzip, gzip")),
            Response(Http([1, 2, 3, 4, 5, 6, 7, 8], 200, "Content-Encoding: zstd")),
            Response("no HTTP at all"u8.ToArray()),
            Response(Http(Page), Address, "yesterday"),
            Response(Http(Page), Address, "2021-12-07T17:15:00Z", "WARC-Segment-Number: 1"),
        ];
        var entries = Read("a.warc.gz", Members(records));
        Assert.Equal(records.Length, entries.Count);
        Assert.All(entries, entry => Assert.StartsWith(PackageFlaw.Beginning, Refused(entry), StringComparison.Ordinal));
    }

    [Fact]
    public void APackedBodyThatIsABombIsRefusedAndTheNextIsRead()
    {
        var bomb = Packed.Gzip(Packed.Gzip(new byte[70_000_000]));
        var entries = Read("a.warc", Plain(Response(Http(bomb, 200, "Content-Encoding: gzip, gzip")), Response(Http(Page))));
        Assert.Contains("bombs", Refused(entries[0]), StringComparison.Ordinal);
        Assert.Null(entries[1].Verdict);
    }

    [Fact]
    public void APackedFileThatIsABombEndsThere()
    {
        var limits = new SourceLimits { FreeOfRatio = 100_000 };
        var entries = Read("a.warc.gz", Members(Response(Http(Page)), Response(Http(new byte[5_000_000]))), limits);
        Assert.Null(entries[0].Verdict);
        Assert.Contains("bombs", Refused(entries[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsABombInItsWaczEndsThere()
    {
        var wacz = Packed.Zip(zip =>
        {
            using var stream = zip.CreateEntry("archive/1.warc", CompressionLevel.Optimal).Open();
            stream.Write(Plain(Response(Http(Page)), Response(Http(new byte[5_000_000]))));
        });
        var entries = Read("a.wacz", wacz, new SourceLimits { FreeOfRatio = 100_000 });
        Assert.Null(entries[0].Verdict);
        Assert.Contains("bombs", Refused(entries[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAddressThatWasAskedForIsBelievedOnlyIfItIsOneOfTheSite()
    {
        string[] asked = ["http://kremlin.ru/d/1", "https://example.org/1", $"http://kremlin.ru/d/1?{new string('x', 5000)}", "http://kremlin.ru/d/1\u0007"];
        var entries = Read("a.warc", Plain([.. asked.Select(address => Response(Http(Page), Address, "2021-12-07T17:15:00Z", $"X-Kremlin-Archive-Asked-Address: {address}"))]));
        Assert.Equal(["http://kremlin.ru/d/1", Address, Address, Address], entries.Select(entry => entry.Capture.Source));
    }

    [Fact]
    public void AnAnswerLargerThanAPageMayBeIsKeptInPart()
    {
        var body = new byte[Capture.LargestWhole + 1];
        body.AsSpan().Fill((byte)' ');
        var entry = Assert.Single(Read("a.warc", Response(Http(body))));
        Assert.Contains("more than", Refused(entry), StringComparison.Ordinal);
        Assert.Equal((body.Length, Capture.LargestHead), (entry.Capture.Length, entry.Capture.Bytes.Length));
    }

    [Fact]
    public void ACopyFromAWebArchiveIsAsOldAsItsAddressSays()
    {
        var entry = Assert.Single(Read("a.warc", Response(Http(Page), "https://web.archive.org/web/20180717101112id_/http://kremlin.ru/events/president/news/57999", "2026-01-01T00:00:00Z")));
        Assert.Equal(new DateTimeOffset(2018, 7, 17, 10, 11, 12, TimeSpan.Zero), entry.Capture.CapturedAt);
    }

    [Theory]
    [InlineData("a.warc", "")]
    [InlineData("a.warc.gz", "")]
    public void AnEmptyFileSaysSo(string name, string content) =>
        Assert.Contains("no WARC records", Skipped(Assert.Single(Read(name, Encoding.ASCII.GetBytes(content)))), StringComparison.Ordinal);

    [Fact]
    public void AWaczThatIsNoneIsRefused() =>
        Assert.Contains("cannot be opened", Refused(Assert.Single(Read("a.wacz", [1, 2, 3]))), StringComparison.Ordinal);

    private List<SourceEntry> Read(string name, byte[] content, SourceLimits? limits = null) =>
        [.. new PageSource(limits).Read([folder.Write(name, content)], TestContext.Current.CancellationToken)];

    private static string Skipped(SourceEntry entry) => Assert.IsType<PageReading.Skipped>(entry.Verdict).Reason;

    private static string Refused(SourceEntry entry) => Assert.IsType<PageReading.Unreadable>(entry.Verdict).Reason;
}
