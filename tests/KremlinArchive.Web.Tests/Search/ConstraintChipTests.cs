using KremlinArchive.Records;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Tests.Support;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Tests.Search;

public sealed class ConstraintChipTests
{
    private static readonly Dictionary<FacetConstraint, string> Labels = new()
    {
        [new FacetConstraint(Facet.Place, "сочи")] = "Сочи",
        [new FacetConstraint(Facet.Place, "москва", IsExclusion: true)] = "Москва",
    };

    [Theory]
    [InlineData("2021", "2021", "2021")]
    [InlineData("2021-01-01", "2021-12-31", "2021")]
    [InlineData("2019", "2021", "2019–2021")]
    [InlineData("2021-12", "2021-12", "декабрь 2021")]
    [InlineData("2021-12-07", "2021-12-07", "7 декабря 2021")]
    [InlineData("2021-11", "2021-12", "с 1 ноября 2021 по 31 декабря 2021")]
    [InlineData("2021", null, "с 1 января 2021")]
    [InlineData(null, "2021-12-07", "по 7 декабря 2021")]
    public void DatesAreToldInAsFewWordsAsTheyNeed(string? from, string? to, string label)
    {
        var chip = Assert.Single(Chips(new SearchRequest { Query = "x", From = PartialDate.Parse(from), To = PartialDate.Parse(to), Page = 2 }));
        Assert.Equal(label, chip.Label);
        Assert.Equal(new SearchRequest { Query = "x" }, chip.Without);
    }

    [Fact]
    public void ValuesAreNamedAndExclusionsSaySo() => Assert.Equal(
        ["место: Сочи", "кроме: встреча", "кроме: Москва", "лицо: 109"],
        Chips(new SearchRequest { Constraints = [new(Facet.Place, "сочи"), new(Facet.Kind, "meeting", IsExclusion: true), new(Facet.Place, "москва", IsExclusion: true), new(Facet.Person, "109")] }).Select(chip => chip.Label));

    private static IReadOnlyList<ConstraintChip> Chips(SearchRequest request)
    {
        using var parts = new RenderedParts(Language.Russian);
        return ConstraintChip.Of(request, Labels, parts.Services.GetRequiredService<IStringLocalizer<Words>>());
    }
}
