using KremlinArchive.Records;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search;

public sealed class SearchTests
{
    [Fact]
    public async Task EveryWordMustStandSomewhereInAnyField()
    {
        using var archive = await SearchedArchive.WithAsync(
            Record(1, "Встреча с Сергеем Лавровым", "Обсуждали газ.") with { Place = "Сочи", Lead = "Короткая беседа", Topics = [new Tag("82", "Внешняя политика")] },
            Record(2, "Другая встреча", "Обсуждали газ."));
        Assert.Equal([1], archive.Find("Лавров газ"));
        Assert.Equal([1], archive.Find("газ сочи беседа внешней политике"));
        Assert.Equal([1, 2], archive.Find("встречи газом").Order());
        var lacking = archive.Ask("газ нефть");
        Assert.Equal(0, lacking.Total);
        Assert.True(lacking.Rescue is { Kind: "fewer-words", Total: 2, IsShown: false });
        Assert.Equal([1, 2], archive.Find(lacking.Rescue!.Request).Order());
    }

    [Fact]
    public async Task ASpeakerIsFound()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1") with { Passages = [new Passage(1, "Владимир Путин", "Добрый день!")] });
        Assert.Equal([1], archive.Find("Путина"));
        Assert.Equal([1], archive.Find("\"Владимиром Путиным\" день"));
    }

    [Theory]
    [InlineData("\"газовый контракт\"", 1)]
    [InlineData("\"газовые контракты\"", 1)]
    [InlineData("\"контракт газовый\"", 0)]
    [InlineData("\"контракт подписан\"", 0)]
    [InlineData("\"не более чем\"", 1)]
    [InlineData("«на сто лет»", 1)]
    [InlineData("\"Беседа о погоде Газовый\"", 0)]
    [InlineData("-газовый", 0)]
    [InlineData("контракт -нефть", 1)]
    [InlineData("контракт -\"газового контракта\"", 0)]
    [InlineData("контракт -\"контракта газового\"", 1)]
    [InlineData("-нефть", 1)]
    public async Task PhrasesAndExclusionsHold(string query, int found)
    {
        using var archive = await SearchedArchive.WithAsync(Record(1, "Беседа о погоде", "Газовый контракт", "Подписан не более чем на сто лет."));
        Assert.Equal(found, archive.Ask(new SearchRequest { Query = query, Rescues = false }).Total);
    }

    [Theory]
    [InlineData("Путин", 1)]
    [InlineData("Лаврова", 1)]
    [InlineData("С.В.Лавров", 1)]
    [InlineData("нато", 1)]
    [InlineData("НАТО", 1)]
    [InlineData("123-ФЗ", 1)]
    [InlineData("covid-19", 1)]
    [InlineData("COVID", 1)]
    [InlineData("договоренность", 1)]
    [InlineData("Петербурге", 1)]
    [InlineData("в", 1)]
    [InlineData("title:Путин AND (Лавров*", 0)]
    [InlineData("!?", 1)]
    public async Task RussianTextIsFound(string query, int found)
    {
        using var archive = await SearchedArchive.WithAsync(Record(
            1, "Беседа", "В.Путин и С.В.Лавров: договорённости по НАТО, закон 123-ФЗ, Санкт-Петербург, COVID-19."));
        Assert.Equal(found, archive.Ask(query).Total);
    }

    [Fact]
    public async Task TheTitleAndTheFormAsTypedRankHigher()
    {
        using var archive = await SearchedArchive.WithAsync(
            Record(1, "Беседа", "Сегодня говорили о контракте и о погоде весь день."),
            Record(2, "Беседа", "Сегодня говорили про контракт и про погоду весь день."),
            Record(3, "Контракт", "Сегодня говорили о делах и о погоде весь день."));
        Assert.Equal([3, 2, 1], archive.Find("контракт"));
    }

    [Fact]
    public async Task OrdersAreByPublicationAndTiesById()
    {
        using var archive = await SearchedArchive.WithAsync(On(3, 2020), On(1, 2021), On(2, 2020), On(4, 2019));
        Assert.Equal([1, 2, 3, 4], archive.Find(""));
        Assert.Equal([4, 2, 3, 1], archive.Find(new SearchRequest { Sort = SortOrder.Oldest }));
        Assert.Equal([1, 2, 3, 4], archive.Find(new SearchRequest { Query = "беседа", Sort = SortOrder.Relevance }));
    }

    [Fact]
    public async Task DaysAreMoscowsAndBothBoundsIncluded()
    {
        using var archive = await SearchedArchive.WithAsync(
            At(1, new PrintedTime(new DateOnly(2021, 12, 7), new TimeOnly(0, 5))),
            At(2, new PrintedTime(new DateOnly(2021, 12, 7), new TimeOnly(23, 55))),
            At(3, new PrintedTime(new DateOnly(2021, 12, 8))),
            At(4, new PrintedTime(new DateOnly(2021, 12, 6), new TimeOnly(23, 59))));
        Assert.Equal([2, 1], archive.Find(new SearchRequest { From = PartialDate.Parse("2021-12-07"), To = PartialDate.Parse("2021-12-07") }));
        Assert.Equal([3, 2, 1], archive.Find(new SearchRequest { From = PartialDate.Parse("2021-12-07") }));
        Assert.Equal(4, archive.Ask(new SearchRequest { From = PartialDate.Parse("2021-12"), To = PartialDate.Parse("2021") }).Total);
        Assert.Equal(4, archive.Ask(new SearchRequest { To = PartialDate.Parse("9999-12-31") }).Total);
    }

    [Theory]
    [InlineData("0001", 1)]
    [InlineData("0001-01-01", 1)]
    [InlineData("0001-12", 1)]
    [InlineData("9999", 0)]
    [InlineData("9999-12-31", 0)]
    public async Task TheFirstAndTheLastDayOfAllMayBegin(string day, int total)
    {
        using var archive = await SearchedArchive.WithAsync(On(1, 2020));
        Assert.Equal(total, archive.Ask(new SearchRequest { From = PartialDate.Parse(day) }).Total);
        Assert.Equal(1 - total, archive.Ask(new SearchRequest { To = PartialDate.Parse(day) }).Total);
    }

    [Fact]
    public async Task PagesFollowEachOtherAndEndEmpty()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 7).Select(number => On(number, 2000 + number))]);
        var pages = Enumerable.Range(1, 4).Select(page => archive.Ask(new SearchRequest { Page = page, Size = 3 })).ToList();
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], pages.SelectMany(page => page.Hits).Select(hit => hit.Id.Number));
        Assert.Equal([3, 3, 1, 0], pages.Select(page => page.Hits.Count));
        Assert.All(pages, page => Assert.Equal(7, page.Total));
        var far = archive.Ask(new SearchRequest { Page = int.MaxValue, Size = 100 });
        Assert.Equal((7, 0, int.MaxValue), (far.Total, far.Hits.Count, far.Page));
    }

    [Fact]
    public async Task AnEmptyIndexAnswers()
    {
        using var archive = await SearchedArchive.WithAsync();
        Assert.Equal(0, archive.Ask("").Total);
        Assert.Equal(0, archive.Ask("газ \"x y\" -z").Total);
    }

    [Fact]
    public async Task WarningsOfTheRequestComeBeforeThoseOfTheQuery()
    {
        using var archive = await SearchedArchive.WithAsync(On(1, 2020));
        var answer = archive.Ask(new SearchRequest { Query = "\"беседа", Warnings = [new SearchWarning("size-clamped", "…")] });
        Assert.Equal(["size-clamped", "unbalanced-quotes"], answer.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task ALongQueryCostsLittle()
    {
        var query = string.Join(' ', Enumerable.Range(0, 1_500).Select(number => $"{number}"));
        var read = QueryReader.Read(query, Language.Russian);
        Assert.Equal(64, read.Parts.Count);
        Assert.Single(QueryReader.Read(string.Join(' ', Enumerable.Repeat("беседа", 1_500)), Language.Russian).Parts);

        // What is behind the part that is read asks for nothing.
        using var archive = await SearchedArchive.WithAsync(Record(1, "Беседа", string.Join(' ', Enumerable.Range(0, 64).Select(number => $"{number}"))));
        Assert.Equal(1, archive.Ask(query).Total);
        Assert.Contains(archive.Ask(new string('"', 10_000)).Warnings, warning => warning.Code == "query-cut");
    }

    [Fact]
    public async Task ACancelledSearchStops()
    {
        using var archive = await SearchedArchive.WithAsync(On(1, 2020));
        Assert.Throws<OperationCanceledException>(() => archive.Index.Search(new SearchRequest(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task AnIndexMayBeDisposedTwiceAndThenAnswersNoMore()
    {
        using var archive = await SearchedArchive.WithAsync(On(1, 2020));
        archive.Index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => archive.Ask(""));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => archive.Index.CatchUpAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AHitKnowsItsTranslation()
    {
        using var archive = await SearchedArchive.WithAsync(On(1, 2020), On(2, 2019), Documents.Record("en/events/1", "A talk"));
        Assert.Equal([true, false], archive.Ask("беседа").Hits.OrderBy(hit => hit.Id.Number).Select(hit => hit.HasTranslation));
    }

    private static ArchiveRecord Record(int number, string title, params string[] paragraphs) => Documents.Record($"ru/events/{number}", title, paragraphs);

    private static ArchiveRecord On(int number, int year) => At(number, new PrintedTime(new DateOnly(year, 5, 1), new TimeOnly(12, 0)));

    private static ArchiveRecord At(int number, PrintedTime published) => Record(number, "Беседа", "Текст.") with { Published = published };
}
