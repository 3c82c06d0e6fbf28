using KremlinArchive.Records;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Tests.Search.Requests;

public sealed class SearchParametersTests
{
    [Fact]
    public void EveryParameterOfTheContractIsRead()
    {
        var request = Accept("q=газ", "from=2021", "to=2021-12-07", "kind=meeting", "kind=talks", "not.place=сочи", "person=109", "country=UZ", "topic=82", "lang=ru", "year=2021", "sort=oldest", "page=3", "size=50");
        Assert.Equal("газ", request.Query);
        Assert.Equal(new DateOnly(2021, 1, 1), request.From?.First);
        Assert.Equal(new DateOnly(2021, 12, 7), request.To?.Last);
        Assert.Equal(["year=2021", "kind=meeting", "kind=talks", "not.place=сочи", "person=109", "country=UZ", "topic=82", "lang=ru"],
            request.Constraints.Select(constraint => $"{constraint.Parameter}={constraint.Value}"));
        Assert.Equal((SortOrder.Oldest, 3, 50), (request.Order, request.Page, request.Size));
        Assert.Empty(request.Warnings);
    }

    [Fact]
    public void NothingIsTheFirstPageOfEverything()
    {
        var request = Accept();
        Assert.Equal(("", 1, 20, SortOrder.Newest), (request.Query, request.Page, request.Size, request.Order));
    }

    [Fact]
    public void EmptyFieldsOfAFormCountAsAbsent() => Assert.Empty(SearchParameters.Write(Accept("q=", "from=", "to= ", "kind=", "sort=", "page=")));

    [Theory]
    [InlineData("from=abc", "from")]
    [InlineData("from=2021-13", "from")]
    [InlineData("to=2021-02-30", "to")]
    [InlineData("to=7.12.2021", "to")]
    [InlineData("from=0000", "from")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("size=0", "size")]
    [InlineData("size=many", "size")]
    [InlineData("sort=x", "sort")]
    [InlineData("lang=xx", "lang")]
    [InlineData("lang=RU", "lang")]
    [InlineData("not.lang=xx", "not.lang")]
    [InlineData("year=21", "year")]
    [InlineData("year=0000", "year")]
    [InlineData("not.year=0000", "not.year")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("from=2020&from=2021", "from")]
    public void AParameterOfTheWrongKindIsNamed(string address, string name)
    {
        var problem = Assert.Single(Read(address.Split('&')).Problems);
        Assert.Equal(name, problem.Parameter);
        Assert.Contains(name, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownValueOfAFacetIsNoProblem() => Assert.Equal("no-such", Accept("kind=no-such").Constraints[0].Value);

    [Fact]
    public void RepeatedQueriesAreOneQueryWithAWarning()
    {
        var request = Accept("q=газ", "q=", "q=\"о нефти\"");
        Assert.Equal("газ \"о нефти\"", request.Query);
        Assert.Equal("repeated-query", Assert.Single(request.Warnings).Code);
    }

    [Theory]
    [InlineData("page=2147483647")]
    [InlineData("page=3000000000")]
    [InlineData("page=99999999999999999999")]
    public void APageBehindEveryNumberIsTheLastNumber(string page) => Assert.Equal(int.MaxValue, Accept(page).Page);

    [Fact]
    public void AValueLongerThanAnyKeyIsShortened()
    {
        var (key, longer) = (new string('к', 200), new string('к', 100_000));
        Assert.Equal([key, new string('к', 199) + "…"], Accept($"place={key}", $"place={longer}", $"place={longer}а").Constraints.Select(constraint => constraint.Value));
    }

    [Fact]
    public void AParameterThatSearchDoesNotKnowIsLeftAlone() => Assert.Empty(SearchParameters.Write(Accept("ui=en", "utm_source=x")));

    [Fact]
    public void ReversedDatesAreSwappedWithAWarning()
    {
        var request = Accept("from=2021-12", "to=2020");
        Assert.Equal(new DateOnly(2020, 1, 1), request.From?.First);
        Assert.Equal(new DateOnly(2021, 12, 31), request.To?.Last);
        Assert.Equal("dates-swapped", Assert.Single(request.Warnings).Code);
    }

    [Fact]
    public void ADayWithinTheYearOfTheOtherBoundIsNotReversed() => Assert.Empty(Accept("from=2021-12", "to=2021").Warnings);

    [Theory]
    [InlineData("size=101")]
    [InlineData("size=99999999999999999999")]
    public void ALargerSizeIsClampedWithAWarning(string size)
    {
        var request = Accept(size);
        Assert.Equal(100, request.Size);
        Assert.Equal("size-clamped", Assert.Single(request.Warnings).Code);
    }

    [Fact]
    public void MoreValuesThanAnyoneChoosesAreRefused() =>
        Assert.Equal("kind", Assert.Single(Read([.. Enumerable.Range(0, 201).Select(i => $"kind=k{i}")]).Problems).Parameter);

    [Fact]
    public void WarningsSpeakTheInterfaceLanguage()
    {
        Assert.Contains("На странице", Read(["size=200"]).Request.Warnings[0].Text, StringComparison.Ordinal);
        Assert.Contains("A page", Read(["size=200"], Language.English).Request.Warnings[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=%D0%B3%D0%B0%D0%B7%20%22%D0%B8%22&from=2021&to=2021-12&year=2021&kind=a&kind=b&not.kind=c&lang=ru&sort=newest&page=2&size=50")]
    [InlineData("q=a%26b")]
    [InlineData("")]
    public void AnAddressIsTheWholeState(string address)
    {
        var parameters = address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (address.Contains("%26", StringComparison.Ordinal))
            parameters = ["q=a&b"];
        Assert.Equal(address, SearchParameters.WriteQueryString(Accept(parameters)));
    }

    [Fact]
    public void AConstraintComesAndGoesAndLeadsToTheFirstPage()
    {
        var constraint = new FacetConstraint(Facet.Kind, "meeting");
        var request = new SearchRequest { Page = 4 }.With(constraint);
        Assert.True(request.Has(constraint));
        Assert.Equal(1, request.Page);
        Assert.Equal("not.kind", Assert.Single(request.With(constraint with { IsExclusion = true }).Constraints).Parameter);
        Assert.Empty(request.Without(constraint).Constraints);
    }

    private static SearchRequest Accept(params string[] parameters)
    {
        var reading = Read(parameters);
        Assert.Empty(reading.Problems);
        return reading.Request;
    }

    private static ParameterReading Read(string[] parameters, Language language = Language.Russian) => SearchParameters.Read(
        parameters.Select(parameter => parameter.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])), language);
}
