using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search;

/// <summary>What stock analysis of Russian gets wrong, each case by its name, through a real index; with what is marked.</summary>
public sealed class KnownTrapsTests
{
    [Theory]
    [InlineData("Медведев", "Встреча с Дмитрием Медведевым", "Встреча с Дмитрием <mark>Медведевым</mark>")]
    [InlineData("Лавров", "Доклад Лаврова", "Доклад <mark>Лаврова</mark>")]
    [InlineData("Киев", "Из Киева", "Из <mark>Киева</mark>")]
    [InlineData("Ростов", "В Ростове-на-Дону", "В <mark>Ростове</mark>-на-Дону")]
    public Task SurnamesAndTownsInOvAndEv(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("Байден", "Разговор с Байденом", "Разговор с <mark>Байденом</mark>")]
    [InlineData("Пашинян", "Пашиняна ждут", "<mark>Пашиняна</mark> ждут")]
    [InlineData("Эрдоган", "К Эрдогану", "К <mark>Эрдогану</mark>")]
    [InlineData("Казахстан", "в Казахстане", "в <mark>Казахстане</mark>")]
    [InlineData("Иран", "с Ираном", "с <mark>Ираном</mark>")]
    [InlineData("Азербайджан", "Азербайджану", "<mark>Азербайджану</mark>")]
    public Task NamesInAnYanAndEn(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("Вьетнам", "во Вьетнаме", "во <mark>Вьетнаме</mark>")]
    [InlineData("Египет", "из Египта", "из <mark>Египта</mark>")]
    [InlineData("Китай", "с Китаем", "с <mark>Китаем</mark>")]
    public Task IrregularCountries(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("Путин", "В.Путин: Добрый день!", "В.<mark>Путин</mark>: Добрый день!")]
    [InlineData("Лавров", "С.В.Лавров: Да.", "С.В.<mark>Лавров</mark>: Да.")]
    [InlineData("\"С.В.Лавров\"", "Вошёл С. В. Лавров", "Вошёл <mark>С. В. Лавров</mark>")]
    [InlineData("\"В. В. Путин\"", "В.В.Путин", "<mark>В.В.Путин</mark>")]
    public Task InitialsBeforeASurname(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("Петр", "Пётр Первый", "<mark>Пётр</mark> Первый")]
    [InlineData("договорённость", "О договоренности", "О <mark>договоренности</mark>")]
    public Task YoAndYe(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("\"не более чем\"", "Подписан не более чем на год", "Подписан <mark>не более чем</mark> на год")]
    [InlineData("человек", "Сто человек", "Сто <mark>человек</mark>")]
    [InlineData("и", "Газ и нефть", "Газ <mark>и</mark> нефть")]
    public Task StopWordsCount(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("НАТО", "Генсек НАТО", "Генсек <mark>НАТО</mark>")]
    [InlineData("нато", "Генсек НАТО", "Генсек <mark>НАТО</mark>")]
    [InlineData("сша", "Президент США", "Президент <mark>США</mark>")]
    [InlineData("МИД", "Коллегия МИДа", "Коллегия <mark>МИДа</mark>")]
    [InlineData("НАТО", "ЗАЯВЛЕНИЕ ПО НАТО", "ЗАЯВЛЕНИЕ ПО <mark>НАТО</mark>")]
    [InlineData("оон", "УСТАВ ОРГАНИЗАЦИИ ООН", "УСТАВ ОРГАНИЗАЦИИ <mark>ООН</mark>")]
    [InlineData("us", "The US side", "The <mark>US</mark> side")]
    [InlineData("US", "The U.S. side", "The <mark>U.S</mark>. side")]
    public Task AcronymsStayWhole(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("договор", "до\u00ADго\u00ADвор подписан", "до\u00ADго\u00ADвор", "подписан")]
    [InlineData("замок", "за\u0301мок стоит", "за\u0301мок", "стоит")]
    [InlineData("договор", "дого\u200Bвор подписан", "дого\u200Bвор", "подписан")]
    [InlineData("йошкар", "Йошкар", "Йошкар", "")]
    [InlineData("и\u0306ошкар", "Йошкар", "Йошкар", "")]
    [InlineData("газ", "газ\u00A0и\u2009нефть", "газ", "\u00A0и\u2009нефть")]
    [InlineData("нефть", "газ\u202Fнефть", "нефть", "газ\u202F")]
    [InlineData("Россия", "Poccия", "Poccия", "")]
    public async Task MarksThatNoOneSees(string query, string text, string marked, string rest)
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1", "Беседа", text));
        var pieces = Assert.Single(Assert.Single(archive.Ask(query).Hits).Snippets).Text.Pieces;
        Assert.Equal(marked, Assert.Single(pieces, piece => piece.IsMatch).Text);
        Assert.Contains(rest, string.Concat(pieces.Select(piece => piece.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Нью-Йорк\"", "Нью\u2011Йорк", "<mark>Нью\u2011Йорк</mark>")]
    [InlineData("Санкт\u2013Петербург", "в Санкт-Петербурге", "в <mark>Санкт-Петербурге</mark>")]
    [InlineData("Петербург", "в Санкт\u2010Петербурге", "в Санкт\u2010<mark>Петербурге</mark>")]
    [InlineData("123-ФЗ", "закон № 123\u2013ФЗ", "закон № <mark>123\u2013ФЗ</mark>")]
    [InlineData("№ 123", "закон N 123-ФЗ", "закон N <mark>123</mark>-ФЗ")]
    [InlineData("\"No. 123\"", "закон №123", "закон №<mark>123</mark>")]
    [InlineData("\"Указ № 5\"", "Указ N 5", "<mark>Указ N 5</mark>")]
    [InlineData("G20", "саммит G-20", "саммит <mark>G-20</mark>")]
    [InlineData("G-20", "саммит G20", "саммит <mark>G20</mark>")]
    [InlineData("С400", "комплекс С-400", "комплекс <mark>С-400</mark>")]
    [InlineData("400", "комплекс С400", "комплекс С<mark>400</mark>")]
    [InlineData("COVID19", "от COVID-19", "от <mark>COVID-19</mark>")]
    [InlineData("email", "по e-mail", "по <mark>e-mail</mark>")]
    [InlineData("вицепремьер", "с вице-премьером", "с <mark>вице-премьером</mark>")]
    [InlineData("2000", "около 2\u00A0000 человек", "около <mark>2\u00A0000</mark> человек")]
    [InlineData("2000", "about 2,000 people", "about <mark>2,000</mark> people")]
    [InlineData("1.5", "1,5 млн", "<mark>1,5</mark> млн")]
    [InlineData("65", "the 65th session", "the <mark>65</mark>th session")]
    [InlineData("2014", "с 2014-го", "с <mark>2014</mark>-го")]
    public Task TokensWithHyphensAndNumbers(string query, string text, string marked) => FindsAsync(query, text, marked);

    [Theory]
    [InlineData("presidents", "The President’s visit", "The <mark>President</mark>’s visit")]
    [InlineData("Russia", "Russia's partners", "<mark>Russia</mark>'s partners")]
    [InlineData("cafe", "a café", "a <mark>café</mark>")]
    [InlineData("sao tome", "to São Tomé", "to <mark>São</mark> <mark>Tomé</mark>")]
    [InlineData("child", "for children", "for <mark>children</mark>")]
    [InlineData("speak", "he spoke", "he <mark>spoke</mark>")]
    [InlineData("defense", "Defence Minister", "<mark>Defence</mark> Minister")]
    [InlineData("program", "programmes", "<mark>programmes</mark>")]
    [InlineData("organise", "organized", "<mark>organized</mark>")]
    public Task EnglishWords(string query, string text, string marked) => FindsAsync(query, text, marked);

    private static async Task FindsAsync(string query, string text, string marked)
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1", "Беседа", text), Documents.Record("ru/events/2", "Пусто", "Ничего нет"));
        Assert.Equal([1], archive.Find(query));
        var hit = Assert.Single(archive.Ask(query).Hits);
        Assert.Equal(marked, string.Concat(Assert.Single(hit.Snippets).Text.Pieces.Select(piece => piece.IsMatch ? $"<mark>{piece.Text}</mark>" : piece.Text)));
        Assert.Equal(Assert.Single(hit.Snippets).Text.Pieces.Count(piece => piece.IsMatch), hit.Matches!.Count);
    }
}
