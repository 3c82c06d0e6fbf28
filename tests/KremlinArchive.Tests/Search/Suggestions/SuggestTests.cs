using KremlinArchive.Records;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Suggestions;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Suggestions;

public sealed class SuggestTests
{
    private static readonly ArchiveRecord[] Records =
    [
        Record("ru/events/1", "Встреча с Президентом США Джозефом Байденом", 2021),
        Record("ru/events/2", "Договорённости по Нью-Йорку", 2020),
        Record("en/events/3", "Visit to São Tomé", 2019) with { Place = "Sochi", Persons = [Xi("Xi Jinping")] },
        Record("ru/events/4", "Совещание в Сочи", 2018) with { Place = "Сочи", Persons = [Xi("Си Цзиньпин"), new Tag("7", "Сергеев Пётр")] },
        Record("ru/events/5", "Российско-китайские переговоры", 2017) with { Place = "Сочи", Persons = [Xi("Си Цзиньпин")] },
    ];

    [Theory]
    [InlineData("байд", "ru/events/1")]
    [InlineData("БАЙДЕН", "ru/events/1")]
    [InlineData("сша дж", "ru/events/1")]
    [InlineData("джозеф встреч", "ru/events/1")]
    [InlineData("встреча с пре", "ru/events/1")]
    [InlineData("президенту ", "ru/events/1")]
    [InlineData("договоренност", "ru/events/2")]
    [InlineData("ДОГОВОРЁННОСТЬ ", "ru/events/2")]
    [InlineData("нью-й", "ru/events/2")]
    [InlineData("sao", "en/events/3")]
    [InlineData("tomé vis", "en/events/3")]
    [InlineData("китайски", "ru/events/5")]
    public async Task ATitleIsFoundByTheBeginningsOfItsWords(string text, string expected)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        Assert.Equal([expected], Suggest(archive, text).OfType<TitleSuggestion>().Select(title => title.Id.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("б")]
    [InlineData("-\"!")]
    [InlineData("байден нефть")]
    [InlineData("айден")]
    [InlineData("~с")]
    [InlineData("\ud800")]
    public async Task WhatNothingBeginsWithSuggestsNothing(string text)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        Assert.Empty(Suggest(archive, text));
    }

    [Theory]
    [InlineData("джин", Language.Russian, "")]
    [InlineData("jin", Language.Russian, "Си Цзиньпин 3")]
    [InlineData("цзинь", Language.English, "Xi Jinping 3")]
    [InlineData("петр серг", Language.Russian, "Сергеев Пётр 1")]
    [InlineData("Сергеева ", Language.English, "Сергеев Пётр 1")]
    public async Task APersonIsFoundInEitherLanguageAndNamedInTheReaders(string text, Language language, string expected)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        Assert.Equal(expected, string.Join(", ", Suggest(archive, text, language).OfType<ValueSuggestion>().Select(person => $"{person.Text} {person.Count}")));
    }

    [Fact]
    public async Task PersonsAndPlacesComeFirstAndConstrainTheSearch()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var suggestions = Suggest(archive, "со");
        Assert.Equal(new FacetConstraint(Facet.Place, "сочи"), Assert.IsType<ValueSuggestion>(suggestions[0]).Value);
        Assert.Equal("ru/events/4", Assert.IsType<TitleSuggestion>(suggestions[1]).Id.ToString());
        Assert.Equal(3, archive.Ask(new SearchRequest().With(((ValueSuggestion)suggestions[0]).Value)).Total);
    }

    [Fact]
    public async Task CountriesAndTopicsAreSuggestedAfterPersonsAndPlaces()
    {
        using var archive = await SearchedArchive.WithAsync(Record("ru/events/1", "Синие горы", 2020) with
        {
            Place = "Синий Мыс",
            Persons = [new Tag("1", "Синев Иван")],
            Countries = [new Tag("XA", "Синеземье")],
            Topics = [new Tag("2", "Синематограф")],
        });
        var suggested = Suggest(archive, "син");
        Assert.Equal(["Person", "Place", "Country", "Topic"], suggested.OfType<ValueSuggestion>().Select(value => $"{value.Value.Facet}"));
        Assert.IsType<TitleSuggestion>(suggested[^1]);
        Assert.All(suggested.OfType<ValueSuggestion>(), value => Assert.Equal(1, archive.Ask(new SearchRequest().With(value.Value)).Total));
    }

    [Fact]
    public async Task NoKindOfSuggestionTakesTheRoomOfTheOthers()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 9).Select(number => Record($"ru/events/{number}", $"Синие горы {number}", 2020) with
        {
            Place = $"Синий Мыс {number}",
            Persons = [new Tag($"{number}", $"Синев {number}")],
            Countries = [new Tag($"X{number}", $"Синеземье {number}")],
            Topics = [new Tag($"{number}", $"Синематограф {number}")],
        })]);
        var suggested = archive.Index.Suggest("син", Language.Russian, 10, TestContext.Current.CancellationToken);
        Assert.Equal(10, suggested.Count);
        Assert.Equal([Facet.Person, Facet.Person, Facet.Place, Facet.Place, Facet.Country, Facet.Topic], suggested.OfType<ValueSuggestion>().Select(value => value.Value.Facet));
        Assert.Equal("Синие горы", Assert.Single(suggested.OfType<PhraseSuggestion>()).Text.ToString());
        Assert.Equal(3, suggested.OfType<TitleSuggestion>().Count());
    }

    [Theory]
    [InlineData("сочи", Language.English, "Sochi 3")]
    [InlineData("soch", Language.Russian, "Сочи 3")]
    public async Task APlaceIsFoundByItsNameInTheOtherLanguage(string text, Language language, string expected)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var place = Assert.Single(Suggest(archive, text, language).OfType<ValueSuggestion>());
        Assert.Equal(expected, $"{place.Text} {place.Count}");
    }

    [Fact]
    public async Task APhraseOfThreeTitlesIsSuggestedWithWhatItsSearchFinds()
    {
        using var archive = await SearchedArchive.WithAsync(
        [
            .. Enumerable.Range(1, 3).Select(number => Record($"ru/events/{number}", $"О запуске лунной обсерватории на мысе {number}", 2020)),
            Documents.Record("ru/events/9", "Письмо", "Сказано о запуске лунной обсерватории."),
            Record("ru/events/10", "Лунной ночью", 2020),
        ]);
        var phrases = Suggest(archive, "лунно").OfType<PhraseSuggestion>().ToList();
        Assert.Equal("запуске лунной обсерватории", phrases[0].Text.ToString());
        Assert.All(phrases, phrase => Assert.Equal(archive.Ask(phrase.Query).Total, phrase.Count));
        Assert.Equal(4, phrases[0].Count);
        await archive.AddAsync(Documents.Record("ru/events/11", "Ещё письмо", "Снова о запуске лунной обсерватории."));
        Assert.Equal(5, Suggest(archive, "лунно").OfType<PhraseSuggestion>().First().Count);
    }

    [Theory]
    [InlineData("джо байде", "Встреча с Президентом США <mark>Джо</mark>зефом <mark>Байде</mark>ном")]
    [InlineData("президента джозеф", "Встреча с <mark>Президентом</mark> США <mark>Джозеф</mark>ом Байденом")]
    public async Task WhatWasTypedIsMarked(string text, string html)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        Assert.Equal(html, Assert.Single(Suggest(archive, text)).Text.ToHtml());
    }

    [Fact]
    public async Task OfOneTitleTheLatestIsSuggestedAndTheNewestTitlesComeFirst()
    {
        using var archive = await SearchedArchive.WithAsync(
            Record("ru/events/1", "Телефонный разговор", 2019), Record("ru/events/2", "Телефонный разговор", 2021), Record("ru/events/3", "Телефонный звонок", 2022));
        Assert.Equal(["ru/events/3", "ru/events/2"], Suggest(archive, "телеф").Cast<TitleSuggestion>().Select(title => title.Id.ToString()));
    }

    [Fact]
    public async Task ARevisedTitleIsSuggestedNoMore()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        await archive.AddAsync(Records[0] with { Title = "Переговоры" }, Records[3] with { Persons = [] });
        Assert.Empty(Suggest(archive, "байден"));
        Assert.Empty(Suggest(archive, "сергеев"));
    }

    [Fact]
    public async Task NoMoreThanWantedAreSuggestedAndALongTextIsCut()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 30).Select(number => Record($"ru/events/{number}", $"Беседа {number} {new string('о', 500)}", 2020))]);
        Assert.Equal(8, Suggest(archive, "беседа").Count);
        Assert.All(Suggest(archive, "беседа"), title => Assert.InRange(title.Text.ToString().Length, 1, 201));
        Assert.Equal(8, Suggest(archive, "беседа " + new string(' ', 100_000) + "нефть").Count);
        Assert.Empty(archive.Index.Suggest("беседа", Language.Russian, 0, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnEmptyIndexSuggestsNothing()
    {
        using var archive = await SearchedArchive.WithAsync();
        Assert.Empty(Suggest(archive, "беседа"));
    }

    private static IReadOnlyList<Suggestion> Suggest(SearchedArchive archive, string text, Language language = Language.Russian) =>
        archive.Index.Suggest(text, language, 8, TestContext.Current.CancellationToken);

    private static Tag Xi(string name) => new("351", name);

    private static ArchiveRecord Record(string id, string title, int year) => Documents.Record(id, title) with
    {
        Published = new PrintedTime(new DateOnly(year, 5, 1), new TimeOnly(12, 0)),
    };
}
