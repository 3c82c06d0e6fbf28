using System.Text;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Import.Parsing;
using KremlinArchive.Tests.Import.Sources;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static KremlinArchive.Tests.Import.Warc.InventedWarc;

namespace KremlinArchive.Tests.Import.Warc;

/// <summary>Records that refer to an earlier capture for their bytes.</summary>
public sealed class RevisitTests : IAsyncLifetime
{
    private const string News = "http://kremlin.ru/events/president/news/101";
    private const string First = "2021-12-07T17:15:00Z", Later = "2022-12-07T17:15:00Z";

    private static readonly byte[] Answer = Http(Encoding.UTF8.GetBytes((InventedPage.Russian with { Path = "/events/president/news/101" }).Html));
    private static readonly string Digest = Sha1Hex(Answer[(Answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..]);
    private static readonly byte[] Original = Response(Answer, News, First, "WARC-Record-ID: <urn:uuid:1>", $"WARC-Payload-Digest: {Digest}");

    private readonly TempDirectory folder = new();
    private TempArchive archive = null!;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync();

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public static TheoryData<string> References =>
    [
        $"WARC-Refers-To-Target-URI: {News}|WARC-Refers-To-Date: {First}",
        "WARC-Refers-To: <urn:uuid:1>",
        $"WARC-Payload-Digest: {Digest}",
    ];

    [Theory]
    [MemberData(nameof(References))]
    public async Task WhateverARevisitSaysTheSamePayloadIsSeenAgain(string reference)
    {
        byte[][] records = [Revisit(News, Later, null, reference.Split('|')), Original];
        foreach (var (name, content) in ((string, byte[])[])[("a.warc", Plain(records)), ("b.warc.gz", Members(records)), ("c.warc.gz", Packed.Gzip(Plain(records)))])
        {
            using var other = await TempArchive.CreateAsync();
            Assert.Equal("1 0 1 0", await ImportAsync(other, folder.Write(name, content)));
            Assert.Equal([First, Later], await TimesAsync(other));
        }
    }

    [Fact]
    public async Task ARevisitOfACaptureThatTheArchiveHoldsNeedsNoFileOfIt()
    {
        await ImportAsync(archive, folder.Write("1.warc", Original));
        Assert.Equal("0 0 1 0", await ImportAsync(archive, folder.Write("2.warc", Revisit(News, Later, Http([], 200, "X-Later: yes"), $"WARC-Refers-To-Target-URI: {News}", $"WARC-Refers-To-Date: {First}"))));
        Assert.Equal([First, Later], await TimesAsync(archive));
    }

    [Fact]
    public async Task ARevisitMayReferToAnotherFileOfTheImport()
    {
        folder.Write("in/1.warc.gz", Members(Revisit(News, Later, null, $"WARC-Payload-Digest: {Digest}")));
        folder.Write("in/2.warc.gz", Members(Original));
        Assert.Equal("1 0 1 0", await ImportAsync(archive, folder.At("in")));
    }

    [Fact]
    public async Task ARevisitOfWhatIsNowhereIsAProblemAndTheRestIsImported()
    {
        var path = folder.Write("a.warc", Plain(Revisit(News, Later, null, $"WARC-Refers-To-Target-URI: {News}2", $"WARC-Refers-To-Date: {First}"), Original));
        var report = await new ImportRun(archive.Store.Ledger, new PageReader()).ImportAsync([path], new RunWatch(), TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (report.Added, report.Quarantined));
        Assert.Contains("neither in the archive nor in the files", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameFileImportedTwiceIsTheSameCaptures()
    {
        var path = folder.Write("a.warc", Plain(Original, Revisit(News, Later, null, $"WARC-Payload-Digest: {Digest}")));
        await ImportAsync(archive, path);
        Assert.Equal("0 0 2 0", await ImportAsync(archive, path));
        Assert.Equal([First, Later], await TimesAsync(archive));
    }

    [Fact]
    public async Task ARevisitOfAMissingPageIsNoSighting()
    {
        var path = folder.Write("a.warc", Plain(Original, Revisit(News, Later, Http([], 404), $"WARC-Payload-Digest: {Digest}")));
        Assert.Equal("1 0 0 0", await ImportAsync(archive, path));
        Assert.Equal([First], await TimesAsync(archive));
    }

    private static async Task<string> ImportAsync(TempArchive archive, string path)
    {
        var report = await new ImportRun(archive.Store.Ledger, new PageReader()).ImportAsync([path], new RunWatch(), TestContext.Current.CancellationToken);
        Assert.Null(report.Failure);
        return $"{report.Added} {report.Revised} {report.Unchanged} {report.Quarantined}";
    }

    /// <summary>The capture times of the one record.</summary>
    private static async Task<IEnumerable<string>> TimesAsync(TempArchive archive)
    {
        await using ArchiveContext context = archive.Store.NewContext();
        var captures = await context.Captures.OrderBy(row => row.CapturedAt).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(captures, capture => Assert.Equal((200, News), (capture.Status, capture.Source)));
        Assert.Single(captures.Select(capture => capture.Sha256).Distinct());
        Assert.NotNull((await archive.Store.Records.FindAsync(RecordId.Parse("ru/events/101")!, TestContext.Current.CancellationToken)).Found);
        return captures.Select(capture => $"{capture.CapturedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}");
    }
}
