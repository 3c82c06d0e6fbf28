using System.Text;
using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Listings;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Listings;

/// <summary>What the calendar of coverage counts, held against a count by hand. All documents are invented.</summary>
public abstract class CoverageTests(Engine engine)
{
    public sealed class OnSqlite() : CoverageTests(Engine.Sqlite);

    public sealed class OnPostgres() : CoverageTests(Engine.Postgres);

    // Moscow's clock changed in this week: its offset was +04:00 before, and +03:00 from 26 October 2014 on.
    private static readonly DateOnly First = new(2014, 10, 23);
    private static readonly DaySpan Week = new(First, First.AddDays(6));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task CountsAreThoseOfACountByHand() => Gen.Select(Gen.Int[1, 40], Gen.Int[-2, 9], Gen.Int[0, 1439], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Bool).Array[0, 40].SampleAsync(async drawn =>
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var documents = drawn.Select(one => new Document(
            new RecordId(one.Item6 ? Language.Russian : Language.English, Collection.Events, one.Item1), First.AddDays(one.Item2), one.Item3, (Known)one.Item4, one.Item5)).DistinctBy(one => one.Id).ToList();
        await StoreAsync(archive.Store, documents);
        foreach (var language in Enum.GetValues<Language>())
        {
            var days = await archive.Store.Coverage.DaysAsync(language, Week, Cancellation);
            Assert.Equal(Enumerable.Range(0, 7).Select(First.AddDays), days.Select(day => day.Day));
            Assert.All(days, day => Assert.Equal(ByHand(documents.Where(one => one.Id.Language == language && one.Day == day.Day)), day.Coverage));
            var gaps = await PagedAsync(archive.Store, language);
            Assert.Equal(
                documents.Where(one => one.Id.Language == language && one.Known == Known.Listed && one.Day >= Week.First && one.Day <= Week.Last).OrderBy(one => one.Day).ThenBy(one => one.Id.Number).Select(one => one.Id),
                gaps.Select(gap => gap.Record));
            Assert.Equal(
                // Those that were asked for in vain wait behind those that were not.
                gaps.Where(gap => gap.Answer is null or ListedAnswer.Refused).OrderBy(gap => gap.AskedAt ?? DateTimeOffset.MinValue),
                await archive.Store.Coverage.AskableAsync(language, Week, 1000, Cancellation));
        }
    }, iter: 6, threads: 1);

    [Fact]
    public async Task SamplesAreNoneOfTheSite()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/900000001")));
        Assert.Null(await archive.Store.Coverage.KnownSpanAsync(Language.Russian, Cancellation));
        var day = new DateOnly(2021, 12, 7);
        Assert.Equal(new CoverageCount(), Assert.Single(await archive.Store.Coverage.DaysAsync(Language.Russian, new DaySpan(day, day), Cancellation)).Coverage);
    }

    [Fact]
    public async Task TheSpanBeginsAndEndsWithWhatIsHeldOrListed()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await StoreAsync(archive.Store, [new Document(RecordId.Parse("ru/events/1")!, First, 0, Known.Held, 0), new Document(RecordId.Parse("ru/events/2")!, First.AddDays(40), 0, Known.Listed, 0)]);
        Assert.Equal(new DaySpan(First, First.AddDays(40)), await archive.Store.Coverage.KnownSpanAsync(Language.Russian, Cancellation));
        Assert.Null(await archive.Store.Coverage.KnownSpanAsync(Language.English, Cancellation));
    }

    [Fact]
    public async Task ASpanHasItsBound()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => archive.Store.Coverage.DaysAsync(Language.Russian, new DaySpan(First, First.AddDays(CoverageReader.MostDays)), Cancellation));
    }

    private static CoverageCount ByHand(IEnumerable<Document> documents) => documents.Aggregate(new CoverageCount(), (sum, one) => one switch
    {
        { Known: not Known.Listed } => sum with { Held = sum.Held + 1 },
        { Answer: ListedAnswer.Refused } => sum with { Refused = sum.Refused + 1 },
        { Answer: ListedAnswer.Absent } => sum with { Absent = sum.Absent + 1 },
        { Answer: ListedAnswer.Unreadable } => sum with { Unreadable = sum.Unreadable + 1 },
        _ => sum with { Missing = sum.Missing + 1 },
    });

    private static async Task<List<Gap>> PagedAsync(ArchiveStore store, Language language)
    {
        var gaps = new List<Gap>();
        while (await store.Coverage.GapsAsync(language, Week, gaps.LastOrDefault()?.Key, 3, Cancellation) is { Count: > 0 } page)
            gaps.AddRange(page);
        return gaps;
    }

    /// <summary>Stores documents as a fetch does: what is listed with the page of a feed, then what is asked for with its answer.</summary>
    private static async Task StoreAsync(ArchiveStore store, IReadOnlyList<Document> documents)
    {
        var plan = await store.Fetches.BeginAsync(new FetchTerms("test", null, null, FetchScope.All), null, [.. documents.Select(one => (FetchStepKind.Page, one.Address)), (FetchStepKind.Page, "last")], Cancellation);
        var run = await store.Ledger.BeginAsync("test", null, Cancellation);
        var listed = documents.Where(one => one.Known != Known.Held).Select(one => new ListedDocument(one.Id, one.Day, one.Address)).ToList();
        await store.Ledger.SaveAsync(run, [new ReadPage(Capture.Of("feed", default), new PageReading.Skipped("a feed")) { Progress = new FetchProgress(plan.Id, [], []) { Listed = listed } }], Cancellation);
        await store.Ledger.SaveAsync(run, [.. documents.Index().Select(one => one.Item.Page(plan.Id, one.Index + 1)).OfType<ReadPage>()], Cancellation);
    }

    /// <summary>How the archive knows a document.</summary>
    private enum Known
    {
        Held,
        Listed,
        ListedAndHeld,
    }

    /// <param name="Minute">Of its day.</param>
    /// <param name="Answered">Which answer it was asked for in vain with; beyond the answers there are, it was not asked for.</param>
    private sealed record Document(RecordId Id, DateOnly Day, int Minute, Known Known, int Answered)
    {
        public string Address => InventedSite.Address(Id.Number, host: Id.Language == Language.English ? "en.kremlin.ru" : "kremlin.ru");

        public ListedAnswer? Answer => Enum.IsDefined((ListedAnswer)Answered) ? (ListedAnswer)Answered : null;

        /// <summary>What came of asking for it; null if it was not asked for.</summary>
        public ReadPage? Page(long plan, int position)
        {
            if (Known == Known.Listed && Answer is null)
                return null;
            var at = DateTimeOffset.UnixEpoch;
            var record = Documents.Record(Id.ToString()) with { Published = new PrintedTime(Day, TimeOnly.MinValue.AddMinutes(Minute)) };
            var (reading, inVain) = Known != Known.Listed
                ? (PageReading.Documents.One(CaptureForm.Page, record), (ListedAnswer?)null)
                : Answer == ListedAnswer.Unreadable ? (new PageReading.Unreadable("It is damaged."), null) : ((PageReading)new PageReading.Skipped("Nothing came."), Answer);
            return new ReadPage(Capture.Of(Address, Encoding.UTF8.GetBytes($"{Id}")), reading) { Progress = new FetchProgress(plan, [new SettledStep(position, at, Id, inVain)], []) };
        }
    }
}
