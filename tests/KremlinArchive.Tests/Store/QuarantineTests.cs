using System.Globalization;
using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class QuarantineTests(Engine engine) : IAsyncLifetime
{
    public sealed class OnSqlite() : QuarantineTests(Engine.Sqlite);

    public sealed class OnPostgres() : QuarantineTests(Engine.Postgres);

    private static readonly DateTimeOffset Served = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private TempArchive archive = null!;

    private QuarantineReader Quarantine => archive.Store.Quarantine;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync(engine);

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AnEntryTellsItsReasonItsCaptureAndItsBytes()
    {
        await archive.ImportAsync(Bad("pages.zip!1.html", "<p>Это не страница."));
        var entry = Assert.Single(await ListAsync());
        Assert.Equal(("pages.zip!1.html", "It is bad.", Served, 1L), (entry.Source, entry.Reason, entry.CapturedAt!.Value, entry.Run));
        Assert.True(entry is { IsWaiting: true, CanBeRetried: true });

        var capture = await Quarantine.CaptureAsync(entry, TestContext.Current.CancellationToken);
        Assert.Equal("<p>Это не страница.", Encoding.UTF8.GetString(capture.Bytes.Span));
        Assert.Equal((entry.Sha256, entry.Source, entry.CapturedAt), (capture.Sha256, capture.Source, capture.CapturedAt));
        Assert.Equal("<p>"u8.ToArray(), await Quarantine.BeginningAsync(entry.Id, 3, TestContext.Current.CancellationToken));
        Assert.Equal(capture.Bytes.ToArray(), await Quarantine.BeginningAsync(entry.Id, 1_000_000, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnEntryThatIsNotThereIsNotFound()
    {
        Assert.Null(await Quarantine.FindAsync(7, TestContext.Current.CancellationToken));
        Assert.Null(await Quarantine.CaptureAsync(7, TestContext.Current.CancellationToken));
        Assert.Null(await Quarantine.BeginningAsync(7, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ADismissedEntryStaysSoWhenItsBytesComeAgainAndSaysWhyAndByWhom()
    {
        await archive.ImportAsync(Bad("1.html", "1"), Bad("2.html", "2"));
        var entry = (await ListAsync()).Single(entry => entry.Source == "1.html");
        Assert.True(await archive.Store.Dismissals.DismissAsync(entry.Id, "  A page of tests.  ", Actor.Admin("Анна"), TestContext.Current.CancellationToken));
        await archive.ImportAsync(Bad("1.html", "1"));

        Assert.Equal("2.html", Assert.Single(await ListAsync()).Source);
        var dismissed = Assert.Single(await Quarantine.ListAsync(QuarantineState.Dismissed, null, 10, TestContext.Current.CancellationToken));
        Assert.Equal(("1.html", "A page of tests.", "Анна", null as long?), (dismissed.Source, dismissed.Dismissal, dismissed.DismissedBy, dismissed.ResolvedByRun));
        Assert.Empty(await Quarantine.ListAsync(QuarantineState.Resolved, null, 10, TestContext.Current.CancellationToken));
        var noted = Assert.Single(await archive.Store.Audit.ListAsync([AuditAction.QuarantineDismissed], null, 10, TestContext.Current.CancellationToken));
        Assert.Equal((Actor.Admin("Анна"), entry.Id.ToString(CultureInfo.InvariantCulture), "A page of tests."), (noted.By, noted.Subject, noted.Detail));
    }

    [Fact]
    public async Task ADismissedEntryIsPutBackOnce()
    {
        await archive.ImportAsync(Bad("1.html", "1"));
        var id = Assert.Single(await ListAsync()).Id;
        Assert.False(await archive.Store.Dismissals.ReopenAsync(id, Actor.CommandLine, TestContext.Current.CancellationToken));
        await archive.Store.Dismissals.DismissAsync(id, "nothing", Actor.CommandLine, TestContext.Current.CancellationToken);
        Assert.False(await archive.Store.Dismissals.DismissAsync(id, "again", Actor.CommandLine, TestContext.Current.CancellationToken));
        Assert.True(await archive.Store.Dismissals.ReopenAsync(id, Actor.CommandLine, TestContext.Current.CancellationToken));
        Assert.True(Assert.Single(await ListAsync()) is { IsWaiting: true, Dismissal: null });
    }

    [Fact]
    public async Task ADismissedEntryThatABetterParserUnderstandsIsResolved()
    {
        await archive.ImportAsync(Bad("1.html", "1"));
        var entry = Assert.Single(await ListAsync());
        await archive.Store.Dismissals.DismissAsync(entry.Id, "nothing", Actor.CommandLine, TestContext.Current.CancellationToken);
        var capture = (await Quarantine.CaptureAsync(entry.Id, TestContext.Current.CancellationToken))!;
        await archive.ImportAsync(new ReadPage(capture, PageReading.Documents.One(CaptureForm.Page, Documents.Record())));
        Assert.True(await Quarantine.FindAsync(entry.Id, TestContext.Current.CancellationToken) is { IsWaiting: false, ResolvedByRun: 2, Dismissal: null });
    }

    [Theory]
    [InlineData("")]
    [InlineData("  a ")]
    public async Task ANoteMustSaySomething(string note) =>
        await Assert.ThrowsAsync<ArgumentException>(() => archive.Store.Dismissals.DismissAsync(1, note, Actor.CommandLine, TestContext.Current.CancellationToken));

    [Fact]
    public async Task EntriesArePagedWithoutGapsAlsoWhereManyShareAnInstant()
    {
        await archive.ImportAsync([.. Enumerable.Range(1, 5).Select(n => Bad($"{n}.html", $"{n}"))]);
        await archive.ImportAsync(Bad("6.html", "6"), Bad("2.html", "2"));
        var all = new List<QuarantineEntry>();
        for (QuarantineKey? before = null; ; before = all[^1].Key)
        {
            var page = await Quarantine.ListAsync(QuarantineState.Waiting, before, 2, TestContext.Current.CancellationToken);
            all.AddRange(page);
            if (page.Count == 0)
                break;
        }

        Assert.Equal(["6.html", "2.html"], all.Take(2).Select(entry => entry.Source).OrderDescending());
        Assert.Equal(["1.html", "2.html", "3.html", "4.html", "5.html", "6.html"], all.Select(entry => entry.Source).Order());
    }

    [Fact]
    public async Task BytesThatAreUnderstoodLaterAreResolvedByThatRunAndStayListed()
    {
        await archive.ImportAsync(Bad("1.html", "1"), Bad("2.html", "2"));
        await archive.ImportAsync(Good("1.html", "1"));
        Assert.Equal("2.html", Assert.Single(await ListAsync()).Source);
        var resolved = Assert.Single(await ListAsync(QuarantineState.Resolved));
        Assert.Equal(("1.html", 2L, "It is bad."), (resolved.Source, resolved.ResolvedByRun!.Value, resolved.Reason));
        Assert.Equal((1L, 1L), (await CountAsync(QuarantineState.Waiting), await CountAsync(QuarantineState.Resolved)));
    }

    [Fact]
    public async Task BytesThatAreRecognizedLaterAsNoDocumentWaitNoLonger()
    {
        await archive.ImportAsync(Bad("1.html", "1"));
        await archive.ImportAsync(new ReadPage(Bad("1.html", "1").Capture, new PageReading.Skipped("A gallery.")));
        Assert.Equal(2, Assert.Single(await ListAsync(QuarantineState.Resolved)).ResolvedByRun);
    }

    [Fact]
    public async Task BytesThatFailAgainWaitWithTheNewReason()
    {
        await archive.ImportAsync(Bad("1.html", "1"));
        await archive.ImportAsync(Bad("1.html", "1", "It is still bad."));
        var entry = Assert.Single(await ListAsync());
        Assert.Equal("It is still bad.", entry.Reason);
        Assert.True(entry.LastAt >= entry.FirstAt);
    }

    [Fact]
    public async Task WhatWasResolvedAndFailsAgainWaitsAnew()
    {
        await archive.ImportAsync(Bad("1.html", "1"));
        await archive.ImportAsync(Good("1.html", "1"));
        await archive.ImportAsync(Bad("1.html", "1", "It is bad after all."));
        Assert.Equal(("It is bad after all.", null), (Assert.Single(await ListAsync()).Reason, Assert.Single(await ListAsync()).ResolvedByRun));
        Assert.Empty(await ListAsync(QuarantineState.Resolved));
    }

    [Fact]
    public async Task APartlyDamagedFeedIsResolvedOnlyWhenNothingOfItIsDamaged()
    {
        var capture = Capture.Of("feed.xml", "<feed/>"u8.ToArray());
        await archive.ImportAsync(new ReadPage(capture, new PageReading.Unreadable("It is bad.")));
        await archive.ImportAsync(new ReadPage(capture, new PageReading.Documents(CaptureForm.Feed, [Documents.Record()], ["Entry 2 has no title."])));
        Assert.Equal("Entry 2 has no title.", Assert.Single(await ListAsync()).Reason);
        await archive.ImportAsync(new ReadPage(capture, PageReading.Documents.One(CaptureForm.Feed, Documents.Record())));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task TheSameBytesFromElsewhereResolveNothing()
    {
        await archive.ImportAsync(Bad("1.html", "1"));
        await archive.ImportAsync(Good("elsewhere.html", "1"));
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task OfACaptureThatIsTooLargeTheBeginningIsKeptAndItCannotBeRetried()
    {
        var large = Capture.Of("large.html", new byte[1000]) with { Length = Capture.LargestWhole + 1 };
        await archive.ImportAsync(new ReadPage(large, new PageReading.Unreadable("It is too large.")), Bad("1.html", "12345"));
        Assert.False((await ListAsync()).Single(entry => entry.Source == "large.html").CanBeRetried);
        Assert.Equal(new RetrySize(1, 5), await Quarantine.RetrySizeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AWalkOverAllThatWaitsMeetsEachOnceThoughEachFailsAgain()
    {
        await archive.ImportAsync([.. Enumerable.Range(1, 250).Select(n => Bad($"{n}.html", $"{n}"))]);
        var met = new List<string>();
        await foreach (var entry in Quarantine.WaitingAsync(TestContext.Current.CancellationToken))
        {
            met.Add(entry.Source);
            if (met.Count % 100 == 1)
                await archive.ImportAsync(Bad("1.html", "1"), Bad($"new {met.Count}.html", "new"));
        }

        Assert.Equal(Enumerable.Range(1, 250).Select(n => $"{n}.html"), met);
    }

    private static ReadPage Bad(string source, string bytes, string reason = "It is bad.") =>
        new(Capture.Of(source, Encoding.UTF8.GetBytes(bytes), Served), new PageReading.Unreadable(reason));

    private static ReadPage Good(string source, string bytes) =>
        new(Capture.Of(source, Encoding.UTF8.GetBytes(bytes), Served), PageReading.Documents.One(CaptureForm.Page, Documents.Record()));

    private Task<IReadOnlyList<QuarantineEntry>> ListAsync(QuarantineState state = QuarantineState.Waiting) =>
        Quarantine.ListAsync(state, null, 100, TestContext.Current.CancellationToken);

    private Task<long> CountAsync(QuarantineState state) => Quarantine.CountAsync(state, TestContext.Current.CancellationToken);
}
