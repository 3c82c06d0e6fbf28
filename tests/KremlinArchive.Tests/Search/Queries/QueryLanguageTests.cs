using KremlinArchive.Records;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Queries;

/// <summary>What queries find in a small invented archive.</summary>
public sealed class QueryLanguageTests(QueryShelf shelf) : IClassFixture<QueryShelf>
{
    [Theory]
    [InlineData("газ", "1 2 3")]
    [InlineData("газ нефть", "1 3")]
    [InlineData("газ -нефть", "2")]
    [InlineData("газ НЕ нефть", "2")]
    [InlineData("нефть OR уголь", "1 3 4")]
    [InlineData("газ нефть|уголь", "1 3")]
    [InlineData("(газ -нефть) OR уголь", "2 4")]
    [InlineData("-газ", "4 5")]
    [InlineData("-(газ OR уголь)", "5")]
    [InlineData("-газ OR нефть", "1 3 4 5")]
    public void WordsAndOperators(string query, string found) => Find(query, found);

    [Theory]
    [InlineData("\"поставки газа\"", "1 2")]
    [InlineData("\"поставка газ\"", "1 2")]
    [InlineData("\"газ поставки\"", "")]
    [InlineData("=газа", "1 2")]
    [InlineData("=газ", "3")]
    [InlineData("=\"поставкам газа\"", "2")]
    [InlineData("=\"поставка газа\"", "")]
    [InlineData("\"не более\"", "4")]
    [InlineData("\"газ нефть\"~2", "1 3")]
    [InlineData("\"нефть газ\"~2", "1 3")]
    [InlineData("\"нефть газ\"~1", "3")]
    [InlineData("\"нефть газ\"~9", "1 3")]
    [InlineData("\"газ газ\"~9", "3")]
    public void PhrasesAndNearWords(string query, string found) => Find(query, found);

    [Theory]
    [InlineData("постав*", "1 2")]
    [InlineData("нефт*", "1 3")]
    [InlineData("нефтт~", "1 3")]
    [InlineData("птставка~2", "1 2")]
    [InlineData("\"поставки\" -нефт*", "2")]
    [InlineData("title:энерг*", "5")]
    public void BeginningsAndTypingErrors(string query, string found) => Find(query, found);

    [Theory]
    [InlineData("title:газ", "3")]
    [InlineData("заголовок:(нефть газ)", "3")]
    [InlineData("текст:газ", "1 2 3")]
    [InlineData("place:Сочи", "1")]
    [InlineData("место:москва", "2 3")]
    [InlineData("место:\"Москва, Кремль\"", "2")]
    [InlineData("-место:Москва газ", "1")]
    [InlineData("страна:US", "1")]
    [InlineData("country:us", "1")]
    [InlineData("страна:штаты", "1")]
    [InlineData("лицо:Байдена", "1")]
    [InlineData("person:109", "1")]
    [InlineData("тема:энергетика", "2")]
    [InlineData("kind:phone-call", "4")]
    [InlineData("вид:разговор", "4")]
    [InlineData("in:ru газ", "1 2 3")]
    [InlineData("in:en", "")]
    public void Fields(string query, string found) => Find(query, found);

    [Theory]
    [InlineData("speaker:Путин", "1 2")]
    [InlineData("speaker:Путин газ", "2")]
    [InlineData("говорит:Путина нефть", "1")]
    [InlineData("говорит:Байден газ", "1")]
    [InlineData("говорит:(Путин OR Байден) газ", "1 2")]
    [InlineData("говорит:Путин (газ OR уголь)", "2")]
    [InlineData("говорит:Путин \"поставкам газа\"", "2")]
    [InlineData("говорит:Путин говорит:Байден газ нефть", "1")]
    [InlineData("-говорит:Путин газ", "3")]
    [InlineData("говорит:Лавров", "")]
    public void ASpeakersOwnWords(string query, string found) => Find(query, found);

    [Theory]
    [InlineData("2021..2022", "2 3")]
    [InlineData("2021-12", "2")]
    [InlineData("дата:2020", "1")]
    [InlineData("до:2021", "1")]
    [InlineData("после:2023", "4 5")]
    [InlineData("after:2021-12-07 before:2022-06-02", "2 3")]
    [InlineData("газ 2021..", "2 3")]
    [InlineData("2030", "5")]
    [InlineData("2022", "3 4")]
    [InlineData("-2022", "1 2 5")]
    public void Dates(string query, string found) => Find(query, found);

    [Theory]
    [InlineData("7.12.2021", "7 декабря 2021 года", true)]
    [InlineData("2021-12-07", "07.12.2021", true)]
    [InlineData("7 декабря 2021", "December 7, 2021", true)]
    [InlineData("декабрь 2021", "в декабре 2021 года", true)]
    [InlineData("8.12.2021", "7 декабря 2021 года", false)]
    [InlineData("2 000", "2000 рублей", true)]
    [InlineData("2000", "2 000 рублей", true)]
    [InlineData("2,000", "2 000 рублей", true)]
    [InlineData("С-400", "S-400 systems", true)]
    [InlineData("С400", "комплексы С-400", true)]
    [InlineData("e-mail", "an email", true)]
    [InlineData("№ 123", "указ No. 123", true)]
    [InlineData("No. 123", "указ № 123", true)]
    [InlineData("123-ФЗ", "закон 123-ФЗ", true)]
    [InlineData("Нью-Йорк", "в Нью-Йорке", true)]
    [InlineData("йорк", "в Нью-Йорке", true)]
    public async Task NumbersDatesAndCompoundsAreFoundByAnyUsualSpelling(string query, string text, bool isFound)
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1", "Пример", $"Здесь {text}, и всё.") with { Published = On(2005, 1, 1) });
        var answer = archive.Ask(new SearchRequest { Query = query, Rescues = false });
        Assert.Equal(isFound ? 1 : 0, answer.Total);
        Assert.Equal(isFound, answer.Hits.Any(hit => hit.Snippets[0].Text.Pieces.Any(piece => piece.IsMatch)));
    }

    [Theory]
    [InlineData("7.12.2021", "7 декабря 2021 года")]
    [InlineData("С400", "С-400")]
    [InlineData("2000", "2 000")]
    public async Task ASpellingIsMarkedWhole(string query, string marked)
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1", "Пример", $"Здесь {marked} и всё."));
        var pieces = archive.Ask(query).Hits[0].Snippets[0].Text.Pieces;
        Assert.Equal([marked], pieces.Where(piece => piece.IsMatch).Select(piece => piece.Text));
    }

    [Theory]
    [InlineData("газ нефть уголь", "3 1 4 2")]
    [InlineData("газ нефть -поставки", "3")]
    [InlineData("газ нефть место:Москва", "3 2")]
    [InlineData("говорит:Байден газ уголь", "1")]
    public void AnyWordsDecideTheOrderWhereTheyMay(string query, string found) =>
        Assert.Equal(found, string.Join(' ', shelf.Archive.Find(new SearchRequest { Query = query, Match = WordMatch.Any })));

    [Fact]
    public void AnUnknownValueFindsNothingAndSaysSo()
    {
        var answer = shelf.Archive.Ask("страна:Атлантида");
        Assert.Equal(0, answer.Total);
        Assert.Contains(answer.Warnings, warning => warning.Code == "unknown-value");
    }

    [Fact]
    public async Task ATitleThatIsTheQueryComesFirst()
    {
        using var archive = await SearchedArchive.WithAsync(
            Documents.Record("ru/events/1", "О газе и о газе", "Газ, газ, газ."),
            Documents.Record("ru/events/2", "Газ", "Пусто."),
            Documents.Record("ru/events/3", "Газ и нефть", "Газ. Газ. Нефть."));
        Assert.Equal(2, archive.Find("газ")[0]);
        Assert.Equal(3, archive.Find("газ и нефть")[0]);
    }

    [Fact]
    public async Task WordsThatStandTogetherComeBeforeWordsThatStandApart()
    {
        using var archive = await SearchedArchive.WithAsync(
            Documents.Record("ru/events/1", "Первая", "Внешняя торговля в этом году растёт, а политика меняется."),
            Documents.Record("ru/events/2", "Вторая", "Торговля в этом году растёт, а внешняя политика меняется."));
        Assert.Equal([2, 1], archive.Find("внешняя политика"));
    }

    [Fact]
    public async Task ASpentBudgetAnswersWithWhatWasFound()
    {
        using var archive = await SearchedArchive.EmptyAsync(KremlinArchive.Search.Indexing.IndexFormat.Current, longestSearch: TimeSpan.Zero);
        await archive.AddAsync(Documents.Record("ru/events/1", "Газ", "Газ."));
        var answer = archive.Ask("газ");
        Assert.True(answer.IsPartial);
        Assert.Contains(answer.Warnings, warning => warning.Code == "partial");
        Assert.False(shelf.Archive.Ask("газ").IsPartial);
    }

    private void Find(string query, string found) =>
        Assert.Equal(found, string.Join(' ', shelf.Archive.Find(new SearchRequest { Query = query, Sort = SortOrder.Oldest, Rescues = false })));

    private static PrintedTime On(int year, int month, int day) => new(new DateOnly(year, month, day), new TimeOnly(12, 0));
}
