using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class ImportLedgerTests(Engine engine)
{
    public sealed class OnSqlite() : ImportLedgerTests(Engine.Sqlite);

    public sealed class OnPostgres() : ImportLedgerTests(Engine.Postgres);

    private const string Id = "ru/events/67315";

    [Fact]
    public async Task ANewRecordIsAddedAndReadBackWhole()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var record = Documents.Record() with
        {
            Lead = "Краткое содержание.",
            Place = "Сочи",
            Sections = ["/events/president/news"],
            Topics = [new Tag("82", "Внешняя политика")],
            Countries = [new Tag("US", "США")],
            EventDates = new DaySpan(new DateOnly(2021, 12, 7), new DateOnly(2021, 12, 8)),
            Related = [new RelatedLink("Стенограмма", "http://kremlin.ru/d/1")],
            Passages = [new Passage(1, "В.Путин", "Слова.")],
        };
        var outcomes = await archive.ImportAsync(Documents.Page(record));

        Assert.Equal(Outcome.Added, Assert.Single(outcomes).Outcome);
        var stored = await archive.FindAsync(Id);
        Assert.NotNull(stored);
        Assert.Equal(PackedRecord.Of(record).Hash, PackedRecord.Of(stored.Record).Hash);
        Assert.Equal(record.Passages, stored.Record.Passages);
        Assert.Equal(1, stored.Version);
        Assert.Null(stored.CapturedAt);
        Assert.False(stored.HasTranslation);
    }

    [Fact]
    public async Task TheSameAgainIsUnchangedAndNoChange()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var page = Documents.Page(Documents.Record());
        await archive.ImportAsync(page);
        var outcomes = await archive.ImportAsync(page);

        Assert.Equal(Outcome.Unchanged, Assert.Single(outcomes).Outcome);
        Assert.Equal(1, await archive.Store.Changes.HeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TwoStatesWithoutTimesImportedAgainAreUnchangedFromWhereverTheyCome()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var (older, newer) = (Documents.Page(Documents.Record(paragraphs: "Было так.")), Documents.Page(Documents.Record(paragraphs: "Стало иначе.")));
        await archive.ImportAsync(older, newer);
        var again = await archive.ImportAsync(older, newer);
        var moved = await archive.ImportAsync(older with { Capture = older.Capture with { Source = "elsewhere.html" } });

        Assert.All(again.Concat(moved), outcome => Assert.Equal(Outcome.Unchanged, outcome.Outcome));
        Assert.Equal(("Стало иначе.", 2), ((await archive.FindAsync(Id))!.Record.Passages[0].Text, (await archive.FindAsync(Id))!.Versions));
    }

    [Fact]
    public async Task ADatedCaptureFollowsAnUndatedFile()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Без даты.")));
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "С датой."), capturedAt: new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("С датой.", (await archive.FindAsync(Id))!.Record.Passages[0].Text);
    }

    [Fact]
    public async Task TheSameBytesReadBetterAreNoVersion()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var page = Documents.Page(Documents.Record(paragraphs: "Половина текста."));
        await archive.ImportAsync(page);
        var better = page with { Reading = PageReading.Documents.One(CaptureForm.Page, Documents.Record(paragraphs: ["Половина текста.", "И вторая."])) };
        var outcomes = await archive.ImportAsync(better);

        var stored = await archive.FindAsync(Id);
        Assert.Equal((Outcome.Revised, 1, 2), (Assert.Single(outcomes).Outcome, stored!.Versions, stored.Record.Passages.Count));
        Assert.Equal(Outcome.Unchanged, Assert.Single(await archive.ImportAsync(better)).Outcome);
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(TestContext.Current.CancellationToken)).Damage);
    }

    [Fact]
    public async Task ABetterKindReachesARecordWithoutAVersion()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Documents.Page(Documents.Record()));
        await archive.ImportAsync(Documents.Page(Documents.Record() with { Kind = Kind.Talks }));
        var stored = await archive.FindAsync(Id);
        Assert.Equal((Kind.Talks, 1), (stored!.Record.Kind, stored.Versions));
    }

    [Fact]
    public async Task AnEarlierWordOnTheLastEditNeverReplacesALaterOne()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var later = new PrintedTime(new DateOnly(2022, 1, 2), new TimeOnly(10, 0));
        await archive.ImportAsync(Documents.Page(Documents.Record() with { Updated = later }, CaptureForm.Feed));
        await archive.ImportAsync(Documents.Page(Documents.Record() with { Place = "Сочи" }));
        Assert.Equal((later, "Сочи"), ((await archive.FindAsync(Id))!.Record.Updated, (await archive.FindAsync(Id))!.Record.Place));
    }

    [Fact]
    public async Task TwiceInOneBatchIsOneRecord()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var record = Documents.Record();
        var outcomes = await archive.ImportAsync(Documents.Page(record), Documents.Page(record, CaptureForm.Print));

        Assert.Equal([Outcome.Added, Outcome.Unchanged], outcomes.Select(outcome => outcome.Outcome));
    }

    [Fact]
    public async Task AnEditedTextIsANewVersion()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Было так.")));
        var outcomes = await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Стало иначе.")));

        Assert.Equal(Outcome.Revised, Assert.Single(outcomes).Outcome);
        var stored = await archive.FindAsync(Id);
        Assert.Equal((2, 2, "Стало иначе."), (stored!.Version, stored.Versions, stored.Record.Passages[0].Text));
    }

    [Fact]
    public async Task ACaptureOlderThanTheCurrentVersionNeverBecomesCurrent()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var now = new DateTimeOffset(2021, 12, 8, 0, 0, 0, TimeSpan.Zero);
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Нынешний текст."), capturedAt: now));
        var older = Documents.Page(Documents.Record(paragraphs: "Прежний текст."), capturedAt: now.AddHours(-3));
        await archive.ImportAsync(older);
        var again = await archive.ImportAsync(older);

        var stored = await archive.FindAsync(Id);
        Assert.Equal((1, 2, "Нынешний текст."), (stored!.Version, stored.Versions, stored.Record.Passages[0].Text));
        Assert.Equal(Outcome.Unchanged, Assert.Single(again).Outcome);
    }

    [Fact]
    public async Task WithoutACaptureTimeThePagesOwnLastEditTellsWhichStateIsOlder()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var edited = new PrintedTime(new DateOnly(2022, 1, 2), new TimeOnly(10, 0));
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Поздний текст.") with { Updated = edited }));
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Ранний текст.") with { Updated = edited with { Time = new TimeOnly(9, 0) } }));

        Assert.Equal("Поздний текст.", (await archive.FindAsync(Id))!.Record.Passages[0].Text);
    }

    [Fact]
    public async Task ALaterWordOnTheLastEditAloneIsNoVersion()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var record = Documents.Record() with { Updated = new PrintedTime(new DateOnly(2022, 1, 2), new TimeOnly(10, 0)) };
        var touched = record with { Updated = new PrintedTime(new DateOnly(2022, 5, 1), new TimeOnly(11, 0)) };
        await archive.ImportAsync(Documents.Page(record));
        var outcomes = await archive.ImportAsync(Documents.Page(touched));

        Assert.Equal(Outcome.Unchanged, Assert.Single(outcomes).Outcome);
        Assert.Equal(touched.Updated, (await archive.FindAsync(Id))!.Record.Updated);
    }

    [Fact]
    public async Task TheTranslationIsKnownOnceItIsThere()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Documents.Page(Documents.Record()), Documents.Page(Documents.Record("en/events/67315")));

        Assert.True((await archive.FindAsync(Id))!.HasTranslation);
        Assert.True((await archive.FindAsync("en/events/67315"))!.HasTranslation);
    }

    [Fact]
    public async Task OutcomesKeepTheOrderOfThePages()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var outcomes = await archive.ImportAsync(
            new ReadPage(Capture.Of("a.html", "?"u8.ToArray()), new PageReading.Unreadable("No title.")),
            new ReadPage(Capture.Of("b.html", "!"u8.ToArray()), new PageReading.Skipped("A gallery.")),
            Documents.Page(Documents.Record()));

        Assert.Equal([Outcome.Quarantined, Outcome.Skipped, Outcome.Added], outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal("No title.", outcomes[0].Reason);
    }

    [Fact]
    public async Task AFeedHasAnOutcomeForEachEntryAndEachDamage()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var outcomes = await archive.ImportAsync(new ReadPage(
            Capture.Of("feed.xml", "<feed/>"u8.ToArray()),
            new PageReading.Documents(CaptureForm.Feed, [Documents.Record(), Documents.Record("ru/events/2")], ["Entry 3 has no title."])));

        Assert.Equal([Outcome.Added, Outcome.Added, Outcome.Quarantined], outcomes.Select(outcome => outcome.Outcome));
    }

    [Fact]
    public async Task ABatchThatIsStoppedLeavesNothing()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var run = await archive.Store.Ledger.BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            archive.Store.Ledger.SaveAsync(run, [Documents.Page(Documents.Record())], new CancellationToken(canceled: true)));

        Assert.Equal(0, (await archive.Store.StatusAsync(TestContext.Current.CancellationToken)).Records);
    }

    [Fact]
    public async Task WritersAtTheSameTimeGetNumbersInOrderWithoutGaps()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var second = await archive.OpenAgainAsync();
        var ledgers = new[] { archive.Store.Ledger, second.Ledger };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            var ledger = ledgers[n % 2];
            var run = await ledger.BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken);
            await ledger.SaveAsync(run, [Documents.Page(Documents.Record($"ru/events/{n + 1}"))], TestContext.Current.CancellationToken);
        }));

        var changes = await archive.Store.Changes.ReadAsync(0, 100, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), changes.Select(change => change.Number));
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(TestContext.Current.CancellationToken)).Damage);
    }
}
