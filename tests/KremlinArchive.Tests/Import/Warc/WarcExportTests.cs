using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Warc.Writing;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Import.Parsing;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Import.Warc;

/// <summary>Captures out of an archive and into another.</summary>
public sealed class WarcExportTests : IAsyncLifetime
{
    private static readonly PageReader Reader = new();
    private static readonly DateTimeOffset Noon = new(2021, 12, 7, 9, 0, 0, TimeSpan.Zero);

    private static readonly HttpHeader[] Telling =
        [new("Content-Encoding", "gzip"), new("transfer-encoding", "chunked"), new("Content-Length", "12"), new("Set-Cookie", "a=b"), new("Set-Cookie", "c=d")];

    private static readonly Gen<HttpHeader> AnyHeader = Gen.OneOf(
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 12], Gen.String[Gen.Char[' ', 'ÿ'], 0, 40], (name, value) => new HttpHeader("X-" + name, value.ReplaceLineEndings(" ").Trim().Replace('\u0085', '.'))),
        Gen.Int[0, Telling.Length - 1].Select(at => Telling[at]));

    private static readonly Gen<Capture> AnyCapture = Gen.Select(
        Gen.Int[1, 6], Gen.Bool, Gen.Int[0, 3], Gen.Int[-20_000_000, 100_000_000], AnyHeader.Array[0, 4], Gen.Int[0, 2],
        (number, isEnglish, text, age, headers, way) => Invented(number, isEnglish, text, age < 0 ? null : Noon.AddMilliseconds(age * 10L), headers, way));

    private readonly TempDirectory folder = new();
    private TempArchive archive = null!;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync();

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public Task AnArchiveFilledFromAnExportHoldsTheSameCapturesAndRecords() => AnyCapture.Array[1, 12].SampleAsync(
        async captures =>
        {
            using var one = await TempArchive.CreateAsync();
            using var other = await TempArchive.CreateAsync();
            await ImportAsync(one, captures);
            var file = Path.Combine(one.Directory, "export.warc.gz");
            await ExportAsync(one, file);
            Assert.Equal(0, (await ImportAsync(other, file)).Quarantined);
            Assert.Equal(await CapturesAsync(one), await CapturesAsync(other));
            Assert.Equal(await RecordsAsync(one), await RecordsAsync(other));
        },
        iter: 8,
        threads: 1);

    [Fact]
    public async Task TwoExportsOfTheSameAreEqualAndNothingElseIsLeft()
    {
        await ImportAsync(archive, Invented(1, false, 1, Noon, [], 0), Invented(2, true, 1, null, [], 1));
        await ExportAsync(archive, folder.At("1.warc.gz"));
        await ExportAsync(archive, folder.At("2.warc.gz"));
        Assert.Equal(await File.ReadAllBytesAsync(folder.At("1.warc.gz"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(folder.At("2.warc.gz"), TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public async Task WhatIsWrittenIsWarc()
    {
        await ImportAsync(archive, Invented(1, false, 1, Noon, [new HttpHeader("Content-Encoding", "gzip")], 0), Invented(2, true, 1, null, [], 1));
        await ExportAsync(archive, folder.At("1.warc.gz"));
        await using var gzip = new GZipStream(File.OpenRead(folder.At("1.warc.gz")), CompressionMode.Decompress);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        var written = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("WARC/1.1\r\nWARC-Type: warcinfo\r\n", written, StringComparison.Ordinal);
        Assert.Contains("WARC-Type: response\r\n", written, StringComparison.Ordinal);
        Assert.Contains("WARC-Target-URI: http://kremlin.ru/events/president/news/1\r\nContent-Type: application/http; msgtype=response\r\n", written, StringComparison.Ordinal);
        Assert.Contains("WARC-Type: resource\r\n", written, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nHTTP/1.1 200 OK\r\nX-Kremlin-Archive-Orig-Content-Encoding: gzip\r\n\r\n<!doctype html>", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyWhatIsSelectedIsWritten()
    {
        await ImportAsync(archive, Invented(1, false, 1, Noon, [], 0), Invented(2, true, 1, Noon, [], 0), Invented(900_000_101, false, 1, Noon, [], 0));
        Assert.Equal(2, await CountAsync(new CaptureSelection()));
        Assert.Equal(1, await CountAsync(new CaptureSelection { Language = Language.English }));
        Assert.Equal(2, await CountAsync(new CaptureSelection { From = new DateOnly(2020, 2, 3), To = new DateOnly(2020, 2, 3) }));
        Assert.Equal(0, await CountAsync(new CaptureSelection { From = new DateOnly(2020, 2, 4) }));
        Assert.Equal(0, await CountAsync(new CaptureSelection { To = new DateOnly(2020, 2, 2) }));
        Assert.Equal(1, await CountAsync(new CaptureSelection { Records = [RecordId.Parse("ru/events/1")!, RecordId.Parse("ru/events/2")!] }));
    }

    [Fact]
    public async Task ACaptureWithoutATimeOfAnEarlierStateIsWrittenToo()
    {
        await ImportAsync(archive, Invented(1, false, 1, Noon, [], 0));
        await ImportAsync(archive, Invented(1, false, 2, Noon.AddHours(1), [], 0));
        await ImportAsync(archive, Invented(1, false, 1, null, [], 1));
        var report = await ExportAsync(archive, folder.At("x.warc.gz"), new CaptureSelection { Records = [RecordId.Parse("ru/events/1")!] });
        Assert.Equal((2, 1), (report.Responses, report.Resources));
        Assert.Equal(0, await CountAsync(new CaptureSelection { Records = [RecordId.Parse("ru/events/2")!] }));
    }

    [Fact]
    public async Task AnExportThatFailsLeavesNoFile()
    {
        await ImportAsync(archive, Invented(1, false, 1, Noon, [], 0));
        await Assert.ThrowsAsync<KremlinArchive.Store.ArchiveUnavailableException>(() => ExportAsync(archive, folder.At("missing", "1.warc.gz")));
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new WarcExport(archive.Store.Captures, "test").WriteAsync(new CaptureSelection(), folder.At("1.warc.gz"), (_, _) => throw new OperationCanceledException(), TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static Capture Invented(int number, bool isEnglish, int text, DateTimeOffset? at, HttpHeader[] headers, int way)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/events/president/news/{number}");
        var page = (isEnglish ? new InventedPage() : InventedPage.Russian) with { Path = path, Body = $"<p>Invented text {text}.</p>" };
        var bytes = Encoding.UTF8.GetBytes(page.Html);
        return way switch
        {
            0 => Capture.Of(page.Host + path, bytes, at) with { Way = CaptureWay.Fetch, Exchange = new HttpExchange(page.Host + path, page.Host + path, 200, headers) },
            1 => Capture.Of($"pages.zip!news/{number}.html", bytes, at),
            _ => Capture.Of($"{page.Host}/d/{number}", bytes, at) with { Way = CaptureWay.Fetch, Exchange = new HttpExchange($"{page.Host}/d/{number}", page.Host + path, 200, headers) },
        };
    }

    private static Task<IReadOnlyList<PageOutcome>> ImportAsync(TempArchive archive, params Capture[] captures) =>
        archive.ImportAsync([.. captures.Select(capture => new ReadPage(capture, Reader.Read(capture)))]);

    private static Task<RunReport> ImportAsync(TempArchive archive, string file) =>
        new ImportRun(archive.Store.Ledger, Reader).ImportAsync([file], new RunWatch(), TestContext.Current.CancellationToken);

    private static Task<WarcReport> ExportAsync(TempArchive archive, string file, CaptureSelection? selection = null) =>
        new WarcExport(archive.Store.Captures, "test").WriteAsync(selection ?? new CaptureSelection(), file, (_, _) => { }, TestContext.Current.CancellationToken);

    private async Task<long> CountAsync(CaptureSelection selection) => (await ExportAsync(archive, folder.At("x.warc.gz"), selection)).Responses;

    private static async Task<IEnumerable<string>> CapturesAsync(TempArchive archive)
    {
        await using ArchiveContext context = archive.Store.NewContext();
        var rows = await context.Captures.ToListAsync(TestContext.Current.CancellationToken);
        return rows.Select(row => $"{row.Sha256} {row.Address} {row.CapturedAt:O} {row.AskedAddress} {row.FinalAddress} {row.Status}\n{row.Headers}").Distinct().Order(StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<string>> RecordsAsync(TempArchive archive)
    {
        await using ArchiveContext context = archive.Store.NewContext();
        var rows = await context.Records.Join(context.Versions, record => record.Id, version => version.RecordId, (record, version) => new { record, version }).ToListAsync(TestContext.Current.CancellationToken);
        return rows.Select(row => $"{row.record.Identity} {row.record.CurrentVersion == row.version.Number} {row.version.ContentHash} {row.version.SeenFirst:O} {row.version.SeenLast:O} {row.version.Number}").Order(StringComparer.Ordinal);
    }
}
