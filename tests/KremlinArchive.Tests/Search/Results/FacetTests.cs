using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

public sealed class FacetTests
{
    private static readonly ArchiveRecord[] Records =
    [
        Record("ru/events/1", 2020, Kind.Meeting, "Москва, Кремль", "Узбекистан"),
        Record("ru/events/2", 2020, Kind.Talks, "Москва,  Кремль", "Узбекистан"),
        Record("ru/events/3", 2021, Kind.Meeting, "Сочи", "Узбекистан"),
        Record("en/events/3", 2021, Kind.Meeting, "Sochi", "Uzbekistan"),
        Record("ru/events/4", 2023, Kind.News, "Москва, Кремль", null),
    ];

    [Fact]
    public async Task EveryFacetIsCountedOverTheWholeResult()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var answer = archive.Ask(new SearchRequest { Size = 1 });
        Assert.Equal("2020:2 2021:2 2023:1", Show(answer, Facet.Year));
        Assert.Equal("meeting:3 news:1 talks:1", Sorted(answer, Facet.Kind));
        Assert.Equal("москва-кремль:3 сочи:2", Sorted(answer, Facet.Place));
        Assert.Equal("UZ:4", Show(answer, Facet.Country));
        Assert.Equal("ru:4 en:1", Show(answer, Facet.Language));
        Assert.Equal("", Show(answer, Facet.Person));
    }

    [Fact]
    public async Task LabelsSpeakTheInterfaceLanguageWhereTheyCan()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        Assert.Equal("Узбекистан", Label(archive, Facet.Country, "UZ", Language.Russian));
        Assert.Equal("Uzbekistan", Label(archive, Facet.Country, "UZ", Language.English));
        Assert.Equal("The Kremlin, Moscow", Label(archive, Facet.Place, "москва-кремль", Language.English));
        Assert.Equal("Сочи", Label(archive, Facet.Place, "сочи", Language.Russian));
        Assert.Equal("Meeting", Label(archive, Facet.Kind, "meeting", Language.English));
        Assert.Equal("Английский", Label(archive, Facet.Language, "en", Language.Russian));
    }

    [Theory]
    [InlineData("kind=meeting", 3)]
    [InlineData("kind=meeting&kind=talks", 4)]
    [InlineData("kind=meeting&year=2020", 1)]
    [InlineData("not.kind=meeting", 2)]
    [InlineData("kind=meeting&not.lang=en", 2)]
    [InlineData("not.country=UZ", 1)]
    [InlineData("place=москва-кремль", 3)]
    [InlineData("place=moscow-the-kremlin", 3)]
    [InlineData("place=The Kremlin, Moscow", 3)]
    [InlineData("place=sochi", 2)]
    [InlineData("not.place=sochi", 3)]
    [InlineData("kind=no-such", 0)]
    [InlineData("not.kind=no-such", 5)]
    [InlineData("person=109", 0)]
    [InlineData("lang=en&country=UZ", 1)]
    public async Task ConstraintsWidenWithinAFacetAndNarrowAcross(string address, int total)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        Assert.Equal(total, archive.Ask(Request(address)).Total);
    }

    [Fact]
    public async Task AFacetIsCountedWithoutItsOwnChoice()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var answer = archive.Ask(Request("kind=meeting&lang=ru"));
        Assert.Equal(2, answer.Total);
        Assert.Equal("meeting:2 news:1 talks:1", Sorted(answer, Facet.Kind));
        Assert.Equal("ru:2 en:1", Show(answer, Facet.Language));
        Assert.Equal("2020:1 2021:1", Show(answer, Facet.Year));
    }

    [Fact]
    public async Task AChosenValueThatNoRecordHasIsListed()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        Assert.Contains(new FacetValue("no-such", "no-such", 0), archive.Ask(Request("kind=no-such")).Facets[Facet.Kind]);
    }

    [Fact]
    public async Task WhatIsAskedForAndRuledOutIsNamedThoughNoListHasIt()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var answer = archive.Ask(Request("not.place=sochi&country=UZ&kind=no-such"));
        Assert.Equal(["no-such", "Сочи", "Узбекистан"], answer.Labels.Values.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(answer.Facets[Facet.Place], place => place.Value == "сочи");
    }

    [Fact]
    public async Task AValueLongerThanAnyKeyFindsNothing()
    {
        var place = new string('к', 300);
        using var archive = await SearchedArchive.WithAsync(Record("ru/events/1", 2020, Kind.News, place, null));
        Assert.Equal(0, archive.Ask(Request($"place={place}")).Total);
        Assert.Equal(1, archive.Ask(Request($"place={place[..200]}")).Total);
    }

    [Fact]
    public async Task OfManyValuesTheMostFrequentAndTheChosenAreListed()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 60).Select(number => Record($"ru/events/{number}", 2020, Kind.News, $"Город {(number == 1 ? 2 : number)}", null))]);
        var places = archive.Ask("").Facets[Facet.Place];
        Assert.Equal(50, places.Count);
        Assert.Equal(("город-2", 2), (places[0].Value, places[0].Count));
        var missing = Enumerable.Range(2, 59).Select(number => $"город-{number}").First(key => places.All(place => place.Value != key));
        Assert.Contains(archive.Ask(Request($"place={missing}")).Facets[Facet.Place], place => place.Value == missing);
    }

    [Fact]
    public async Task WhatTheListsLeaveOutIsCounted()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 60).Select(number => Record($"ru/events/{number}", 2020, Kind.News, $"Город {number}", null))]);
        Assert.Equal(new Dictionary<Facet, int> { [Facet.Place] = 10 }, archive.Ask("").Unlisted);
        Assert.Empty(archive.Ask(Request("lang=en")).Unlisted);
        Assert.Equal(10, archive.Ask(Request("place=no-such")).Unlisted[Facet.Place]);
    }

    [Fact]
    public async Task ARevisedRecordCountsOnce()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        await archive.AddAsync(Records[0] with { Kind = Kind.Conference, Title = "Новое название" });
        var answer = archive.Ask("");
        Assert.Equal(5, answer.Total);
        Assert.Equal("conference:1 meeting:2 news:1 talks:1", Sorted(answer, Facet.Kind));
    }

    private static ArchiveRecord Record(string id, int year, Kind kind, string place, string? country) => Documents.Record(id) with
    {
        Published = new PrintedTime(new DateOnly(year, 5, 1), new TimeOnly(12, 0)),
        Kind = kind,
        Place = place,
        Countries = country is null ? [] : [new Tag("UZ", country)],
    };

    private static SearchRequest Request(string address) =>
        SearchParameters.Read(address.Split('&').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])), Language.Russian).Request;

    private static string Label(SearchedArchive archive, Facet facet, string key, Language language) =>
        archive.Ask(new SearchRequest { Interface = language }).Facets[facet].Single(value => value.Value == key).Label;

    private static string Show(SearchAnswer answer, Facet facet) => string.Join(' ', answer.Facets[facet].Select(value => $"{value.Value}:{value.Count}"));

    private static string Sorted(SearchAnswer answer, Facet facet) =>
        string.Join(' ', answer.Facets[facet].OrderByDescending(value => facet == Facet.Place ? value.Count : 0).ThenBy(value => value.Value, StringComparer.Ordinal).Select(value => $"{value.Value}:{value.Count}"));
}
