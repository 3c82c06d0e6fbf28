using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Withholding;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Withholding;

public abstract class WithholdingDeskTests(Engine engine) : IAsyncLifetime
{
    public sealed class OnSqlite() : WithholdingDeskTests(Engine.Sqlite);

    public sealed class OnPostgres() : WithholdingDeskTests(Engine.Postgres);

    private const string Reason = "Просьба того, о ком речь.";
    private static readonly Actor Anna = Actor.Admin("anna");
    private static readonly RecordId First = RecordId.Parse("ru/events/1")!;
    private static readonly RecordId Second = RecordId.Parse("ru/events/2")!;

    private TempArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WithholdingDesk Desk => archive.Store.Withholding;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync(engine);

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task OfAWithheldRecordReadersFindATombstoneAndNothingElse()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5), Seen("ru/events/1", "Стало иначе.", 9), Seen("en/events/1", "So it was.", 5), Seen("ru/events/2", "Парус.", 5));
        var state = await archive.Store.StateAsync(Cancellation);
        Assert.Null(await Desk.WithholdRecordAsync(First, $"  {Reason}\r\n", Anna, Cancellation));

        var sought = await archive.Store.Records.FindAsync(First, Cancellation);
        Assert.Equal((null, Reason), (sought.Found, sought.Tombstone!.Reason));
        Assert.Equal(sought.Tombstone, (await archive.Store.Versions.HistoryAsync(First, Cancellation)).Tombstone);
        Assert.Equal(sought.Tombstone, (await archive.Store.Versions.FindAsync(First, 1, Cancellation)).Tombstone);
        Assert.Equal(sought.Tombstone, (await archive.Store.Versions.PairAsync(First, 1, 2, Cancellation)).Tombstone);
        Assert.Equal(sought.Tombstone, (await archive.Store.Catalogue.OfAsync(First, 0, 10, Cancellation)).Tombstone);
        Assert.Equal(sought.Tombstone, (await archive.Store.Catalogue.SourceAsync(1, Cancellation)).Tombstone);
        Assert.Equal(sought.Tombstone, (await archive.Store.Catalogue.FindAsync(2, Cancellation)).Tombstone);
        Assert.False((await archive.FindAsync("en/events/1"))!.HasTranslation);
        Assert.Equal([Second], await archive.Store.Records.HeldAsync([First, Second], Cancellation));
        Assert.Equal(2, await archive.Store.Records.CountAsync(Cancellation));
        Assert.Null((await archive.Store.Records.NeighboursAsync(Second, Cancellation)).Previous);
        Assert.All(await archive.Store.History.OldestAsync(new ChangeSelection(), 0, 10, Cancellation), change => Assert.Equal(change.Id == First, change.Title is null));
        Assert.All(await archive.Store.History.OldestAsync(new ChangeSelection { Kinds = ChangeSelection.Edits }, 0, 10, Cancellation), edit => Assert.Null(edit.Compared));
        Assert.NotEqual(state, await archive.Store.StateAsync(Cancellation));
        await IsWholeAsync();
    }

    [Fact]
    public async Task WhatIsReleasedIsShownAsItWas()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5), Seen("ru/events/1", "Стало иначе.", 9), Seen("ru/events/2", "Парус.", 5));
        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        Assert.Null(await Desk.ReleaseRecordAsync(First, "Договорились.", Actor.CommandLine, Cancellation));

        Assert.Equal("Стало иначе.", (await archive.FindAsync("ru/events/1"))!.Record.Passages[0].Text);
        Assert.NotNull((await archive.Store.Versions.PairAsync(First, 1, 2, Cancellation)).Found);
        Assert.Equal(2, await archive.Store.Records.CountAsync(Cancellation));
        Assert.Empty(await Desk.ListAsync(null, 10, Cancellation));
        var log = await archive.Store.Audit.ListAsync([], null, 10, Cancellation);
        Assert.Equal(
            [(AuditAction.RecordReleased, Actor.CommandLine, "ru/events/1", "Договорились."), (AuditAction.RecordWithheld, Anna, "ru/events/1", Reason)],
            log.Select(entry => (entry.Action, entry.By, entry.Subject, entry.Detail!)));
        await IsWholeAsync();
    }

    [Fact]
    public async Task FollowersOfTheLogLearnOfIt()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5));
        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        var change = Assert.Single(await archive.Store.Changes.ReadAsync(1, 10, Cancellation));
        Assert.Equal((2L, First, null), (change.Number, change.Id, change.Current));
        Assert.Null(Assert.Single(await archive.Store.Changes.StandingAsync(0, 10, Cancellation)).Current);
        await Desk.ReleaseRecordAsync(First, Reason, Anna, Cancellation);
        Assert.NotNull(Assert.Single(await archive.Store.Changes.ReadAsync(2, 10, Cancellation)).Current);
        Assert.Equal([ChangeKind.Added, ChangeKind.Withheld, ChangeKind.Released], (await archive.Store.History.OldestAsync(new ChangeSelection(), 0, 10, Cancellation)).Select(entry => entry.Kind));
    }

    [Theory]
    [InlineData(null, WithholdingProblem.ReasonIsShort)]
    [InlineData(" \n \u00A0ab ", WithholdingProblem.ReasonIsShort)]
    [InlineData("long", WithholdingProblem.ReasonIsLong)]
    public async Task AReasonIsNeededAndHasALength(string? reason, WithholdingProblem problem)
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5));
        var given = problem == WithholdingProblem.ReasonIsLong ? new string('ж', WithholdingReason.Longest + 1) : reason;
        Assert.Equal(problem, await Desk.WithholdRecordAsync(First, given, Anna, Cancellation));
        Assert.Equal(problem, await Desk.WithholdCaptureAsync(1, given, Anna, Cancellation));
        Assert.NotNull(await archive.FindAsync("ru/events/1"));
        Assert.Null(await Desk.WithholdRecordAsync(First, new string('ж', WithholdingReason.Longest), Anna, Cancellation));
        Assert.Equal(problem, await Desk.ReleaseRecordAsync(First, given, Anna, Cancellation));
        Assert.Null(await archive.FindAsync("ru/events/1"));
    }

    [Fact]
    public async Task WhatIsDoneOrCannotBeDoneIsRefused()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5));
        await archive.ImportAsync(new ReadPage(Capture.Of("broken.html", "x"u8.ToArray()), new PageReading.Unreadable("It is broken.")));
        Assert.Equal(WithholdingProblem.NotHeld, await Desk.WithholdRecordAsync(Second, Reason, Anna, Cancellation));
        Assert.Equal(WithholdingProblem.NotHeld, await Desk.ReleaseRecordAsync(Second, Reason, Anna, Cancellation));
        Assert.Equal(WithholdingProblem.NotHeld, await Desk.WithholdCaptureAsync(99, Reason, Anna, Cancellation));
        Assert.Equal(WithholdingProblem.NotHeld, await Desk.ReleaseCaptureAsync(99, Reason, Anna, Cancellation));
        Assert.Equal(WithholdingProblem.ShowsNothing, await Desk.WithholdCaptureAsync(2, Reason, Anna, Cancellation));
        Assert.Equal(WithholdingProblem.NotWithheld, await Desk.ReleaseRecordAsync(First, Reason, Anna, Cancellation));
        Assert.Equal(WithholdingProblem.NotWithheld, await Desk.ReleaseCaptureAsync(1, Reason, Anna, Cancellation));
        Assert.Empty(await archive.Store.Audit.ListAsync([], null, 10, Cancellation));

        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        await Desk.WithholdCaptureAsync(1, Reason, Anna, Cancellation);
        Assert.Equal(WithholdingProblem.WithheldAlready, await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation));
        Assert.Equal(WithholdingProblem.WithheldAlready, await Desk.WithholdCaptureAsync(1, Reason, Anna, Cancellation));
        Assert.Equal(2, (await archive.Store.Audit.ListAsync([], null, 10, Cancellation)).Count);
    }

    [Fact]
    public async Task AWithheldCaptureHidesTheVersionThatNothingElseShows()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5), Seen("ru/events/1", "Было так.", 6), Seen("ru/events/1", "Стало иначе.", 9));
        await Desk.WithholdCaptureAsync(2, Reason, Anna, Cancellation);
        Assert.NotNull((await archive.Store.Versions.FindAsync(First, 1, Cancellation)).Found);
        Assert.Equal([false, true, false], await ClosedAsync());

        await Desk.WithholdCaptureAsync(1, "И вторая.", Anna, Cancellation);
        Assert.Equal("И вторая.", (await archive.Store.Versions.FindAsync(First, 1, Cancellation)).Tombstone!.Reason);
        Assert.Equal("И вторая.", (await archive.Store.Versions.PairAsync(First, 1, 2, Cancellation)).Tombstone!.Reason);
        var history = (await archive.Store.Versions.HistoryAsync(First, Cancellation)).Found!;
        Assert.Equal([(1, true), (2, false)], history.Versions.Select(version => (version.Number, version.IsWithheld)));
        Assert.Null(history.Before(history.Current));
        Assert.Empty(Assert.Single(await archive.Store.Changes.ReadAsync(2, 10, Cancellation)).Superseded);
        var edit = Assert.Single(await archive.Store.History.NewestAsync(new ChangeSelection { Kinds = ChangeSelection.Edits }, null, 10, Cancellation));
        Assert.Equal(("Беседа о погоде", null), (edit.Title, edit.Compared));
        await IsWholeAsync();

        await Desk.ReleaseCaptureAsync(1, Reason, Anna, Cancellation);
        Assert.NotNull((await archive.Store.Versions.FindAsync(First, 1, Cancellation)).Found);
        Assert.Equal([false, true, false], await ClosedAsync());
        await IsWholeAsync();
    }

    [Fact]
    public async Task AWithheldPageShowsNothingThroughThePoorerFormsOfItsText()
    {
        var bare = Documents.Record("ru/events/1", paragraphs: "Было так.");
        var full = bare with { Place = "Тайный причал" };
        await archive.ImportAsync(Documents.Page(bare, CaptureForm.Feed, At(5)), Documents.Page(full, CaptureForm.Page, At(6)));
        await Desk.WithholdCaptureAsync(2, Reason, Anna, Cancellation);
        Assert.Equal(Reason, (await archive.Store.Records.FindAsync(First, Cancellation)).Tombstone!.Reason);
        await IsWholeAsync();

        // The next text comes in a feed, which has no place of its own.
        await archive.ImportAsync(Documents.Page(bare with { Passages = [new Passage(1, null, "Стало иначе.")] }, CaptureForm.Feed, At(9)));
        Assert.Null((await archive.FindAsync("ru/events/1"))!.Record.Place);
        await archive.ImportAsync(Documents.Page(full, CaptureForm.Page, At(6)));
        Assert.Null((await archive.FindAsync("ru/events/1"))!.Record.Place);
        await IsWholeAsync();
    }

    [Fact]
    public async Task WithItsCurrentVersionTheRecordIsHiddenUntilAnotherTextIsSeen()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5));
        await Desk.WithholdCaptureAsync(1, Reason, Anna, Cancellation);
        Assert.Equal(Reason, (await archive.Store.Records.FindAsync(First, Cancellation)).Tombstone!.Reason);
        Assert.Equal(0, await archive.Store.Records.CountAsync(Cancellation));
        Assert.Equal(WithholdingProblem.NotWithheld, await Desk.ReleaseRecordAsync(First, Reason, Anna, Cancellation));

        await archive.ImportAsync(Seen("ru/events/1", "Стало иначе.", 9));
        Assert.Equal(2, (await archive.FindAsync("ru/events/1"))!.Version);
        Assert.NotNull((await archive.Store.Versions.FindAsync(First, 1, Cancellation)).Tombstone);
        await IsWholeAsync();
    }

    [Fact]
    public async Task ARecordThatIsWithheldItselfGoesOnUnseen()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5));
        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        await archive.ImportAsync(Seen("ru/events/1", "Стало иначе.", 9));
        Assert.Null(await archive.FindAsync("ru/events/1"));

        await Desk.WithholdCaptureAsync(2, "И снимок.", Anna, Cancellation);
        await Desk.ReleaseRecordAsync(First, Reason, Anna, Cancellation);
        Assert.Equal("И снимок.", (await archive.Store.Records.FindAsync(First, Cancellation)).Tombstone!.Reason);
        await Desk.ReleaseCaptureAsync(2, Reason, Anna, Cancellation);
        Assert.Equal("Стало иначе.", (await archive.FindAsync("ru/events/1"))!.Record.Passages[0].Text);
        await IsWholeAsync();
    }

    [Fact]
    public async Task WhatIsSeenAgainLaterStaysHiddenUntilAnAdminReleasesIt()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5));
        await Desk.WithholdCaptureAsync(1, Reason, Anna, Cancellation);
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 7));
        Assert.Null(await archive.FindAsync("ru/events/1"));
        Assert.Equal([true, true], (await archive.Store.Catalogue.AllOfAsync(First, 0, 10, Cancellation))!.Captures.Select(capture => capture.IsClosed));
        await IsWholeAsync();

        await Desk.ReleaseCaptureAsync(1, Reason, Anna, Cancellation);
        Assert.NotNull(await archive.FindAsync("ru/events/1"));
    }

    [Fact]
    public async Task TheSameBytesAreWithheldTogetherHoweverTheyCome()
    {
        var page = Seen("ru/events/1", "Было так.", 5);
        await archive.ImportAsync(page, page with { Capture = page.Capture with { Source = "again.html" } }, Seen("ru/events/1", "Стало иначе.", 9));
        await Desk.WithholdCaptureAsync(2, Reason, Anna, Cancellation);
        await archive.ImportAsync(page with { Capture = page.Capture with { Source = "third.html", CapturedAt = null } });
        Assert.Equal([true, true, false, true], await ClosedAsync());
        Assert.Equal(WithholdingProblem.WithheldAlready, await Desk.WithholdCaptureAsync(1, Reason, Anna, Cancellation));
        Assert.Equal(2, (await Desk.OfCaptureAsync(4, Cancellation))!.Capture);

        Assert.Null(await Desk.ReleaseCaptureAsync(4, Reason, Anna, Cancellation));
        Assert.Equal([false, false, false, false], await ClosedAsync());
        await IsWholeAsync();
    }

    [Fact]
    public async Task ACaptureOfManyRecordsIsClosedByOneOfThem()
    {
        var feed = new ReadPage(Capture.Of("feed.xml", "feed"u8.ToArray()), new PageReading.Documents(CaptureForm.Feed, [Documents.Record("ru/events/1"), Documents.Record("ru/events/2")], []));
        await archive.ImportAsync(feed);
        Assert.NotNull((await archive.Store.Catalogue.SourceAsync(1, Cancellation)).Found);
        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        Assert.Equal(Reason, (await archive.Store.Catalogue.SourceAsync(1, Cancellation)).Tombstone!.Reason);
        var other = Assert.Single((await archive.Store.Catalogue.OfAsync(Second, 0, 10, Cancellation)).Found!.Captures);
        Assert.Equal((false, true), (other.IsWithheld, other.IsClosed));
    }

    [Fact]
    public async Task WithheldCapturesAreReadAnewButNotExported()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5), Seen("ru/events/2", "Парус.", 5));
        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        var exported = new List<string>();
        var measure = await archive.Store.Captures.WalkAsync(new CaptureSelection(), _ => { }, capture => { exported.Add(capture.Capture.Source); return Task.CompletedTask; }, Cancellation);
        Assert.Equal(("Page/ru/events/2.html", 1L), (Assert.Single(exported), measure.Captures));
        var read = new List<long>();
        await foreach (var capture in archive.Store.Captures.BehindVersionsAsync(Cancellation))
            read.Add(capture.Id);
        Assert.Equal([1, 2], read);
    }

    [Fact]
    public async Task AVersionThatOnlyAWithheldCaptureShowsIsHiddenWhenItIsFoundByABetterReader()
    {
        var second = Seen("ru/events/1", "Было так.", 6);
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5), second, Seen("ru/events/1", "Стало иначе.", 9));
        await Desk.WithholdCaptureAsync(2, Reason, Anna, Cancellation);
        await archive.ImportAsync(second with { Reading = PageReading.Documents.One(CaptureForm.Page, Documents.Record("ru/events/1", paragraphs: "Было совсем не так.")) });

        var history = (await archive.Store.Versions.HistoryAsync(First, Cancellation)).Found!;
        Assert.Equal([3], history.Versions.Where(version => version.IsWithheld).Select(version => version.Number));
        await IsWholeAsync();
    }

    [Fact]
    public async Task NothingIsSaidOfWhereAWithheldRecordWasNotSeen()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5));
        await archive.ImportAsync(new ReadPage(
            Capture.Of("http://kremlin.ru/events/president/news/1", "gone"u8.ToArray(), new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.Zero)),
            new PageReading.Absent(First, ["http://kremlin.ru/events/president/news/1"])));
        Assert.Single(await archive.Store.Absences.ListAsync(null, 10, Cancellation));
        Assert.Equal(WithholdingProblem.ShowsNothing, await Desk.WithholdCaptureAsync(2, Reason, Anna, Cancellation));
        Assert.Null((await archive.Store.Catalogue.SourceAsync(2, Cancellation)).Found);

        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        Assert.Empty(await archive.Store.Absences.ListAsync(null, 10, Cancellation));
        Assert.Empty(await archive.Store.Absences.OfAsync(First, Cancellation));
    }

    [Fact]
    public async Task TheListNamesWhatIsWithheldTheNewestFirst()
    {
        await archive.ImportAsync(Seen("ru/events/1", "Было так.", 5), Seen("ru/events/2", "Парус.", 5));
        await Desk.WithholdRecordAsync(First, Reason, Anna, Cancellation);
        await Desk.WithholdCaptureAsync(2, "Другая.", Actor.CommandLine, Cancellation);
        var newest = Assert.Single(await Desk.ListAsync(null, 1, Cancellation));
        Assert.Equal((2L, Second, "Другая.", null), (newest.Capture!.Value, Assert.Single(newest.Records).Id, newest.Reason, newest.By));
        var older = Assert.Single(await Desk.ListAsync(newest.Key, 10, Cancellation));
        Assert.Equal((null, First, "Беседа о погоде", "anna"), (older.Capture, older.Records[0].Id, older.Records[0].Title, older.By));
        Assert.Equal(older.Key, (await Desk.OfAsync(First, Cancellation))!.Key);
        Assert.Null(await Desk.OfAsync(Second, Cancellation));
    }

    private static ReadPage Seen(string id, string text, int day) => Documents.Page(Documents.Record(id, paragraphs: text), capturedAt: At(day));

    private static DateTimeOffset At(int day) => new(2026, 3, day, 9, 0, 0, TimeSpan.Zero);

    private async Task<IEnumerable<bool>> ClosedAsync() => (await archive.Store.Catalogue.OfAsync(First, 0, 10, Cancellation)).Found!.Captures.Select(capture => capture.IsClosed);

    private async Task IsWholeAsync() => Assert.Empty((await archive.Store.Verifier.VerifyAsync(Cancellation)).Damage);
}
