using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Tests.Support;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Tests.Search;

public sealed class OtherSearchTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("маяк", "")]
    [InlineData("\"маяк и море\" -газ небывалый", "\"маяк и море\"|небывалый")]
    [InlineData("маяк МАЯК - !", "")]
    [InlineData("заголовок:маяк (газ ИЛИ нефть)", "заголовок:маяк|(газ ИЛИ нефть)")]
    [InlineData("а б в г д е ж", "а|б|в|г|д")]
    public void APartOfSeveralIsSearchedByItself(string query, string parts) =>
        Assert.Equal(parts, string.Join('|', OtherSearch.Parts(new SearchRequest { Query = query }, Read(query)).Select(search => search.Request.Query)));

    [Fact]
    public void APartKeepsWhatElseWasAskedFor()
    {
        var request = new SearchRequest { Query = "маяк газ", From = PartialDate.Year(2020), Page = 7 };
        Assert.Equal(request with { Query = "маяк", Page = 1 }, OtherSearch.Parts(request, Read(request.Query))[0].Request);
    }

    [Theory]
    [InlineData("маяк", "")]
    [InlineData("«маяк» газ", "q=газ")]
    [InlineData("маяк -газ", "q=маяк")]
    [InlineData("-газ", "")]
    public void OneThingLessIsTried(string query, string expected)
    {
        using var parts = new RenderedParts(Language.Russian);
        var words = parts.Services.GetRequiredService<IStringLocalizer<Words>>();
        var changes = OtherSearch.Changes(new SearchRequest { Query = query }, Read(query), [], words).Select(change => change.Request.Query);
        Assert.Equal(expected, string.Join('|', changes.Select(changed => "q=" + changed)));
    }

    [Fact]
    public void EveryConstraintIsTakenAwayAloneAndAllOfThemTogether()
    {
        using var parts = new RenderedParts(Language.Russian);
        var words = parts.Services.GetRequiredService<IStringLocalizer<Words>>();
        var request = new SearchRequest { Query = "маяк", From = PartialDate.Year(2020), Constraints = [new(Facet.Kind, "decree")] };
        var chips = ConstraintChip.Of(request, new Dictionary<FacetConstraint, string>(), words);
        Assert.Equal(
            ["q=%D0%BC%D0%B0%D1%8F%D0%BA", "q=%D0%BC%D0%B0%D1%8F%D0%BA&kind=decree", "q=%D0%BC%D0%B0%D1%8F%D0%BA&from=2020"],
            OtherSearch.Changes(request, Read(request.Query), chips, words).Select(change => SearchParameters.WriteQueryString(change.Request)));
    }

    private static IReadOnlyList<QueryPart> Read(string query) => ArchiveIndex.Read(new SearchRequest { Query = query });
}
