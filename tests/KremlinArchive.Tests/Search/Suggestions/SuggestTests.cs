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
