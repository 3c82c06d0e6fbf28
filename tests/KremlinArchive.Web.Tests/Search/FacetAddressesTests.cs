using KremlinArchive.Records;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;

namespace KremlinArchive.Web.Tests.Search;

public sealed class FacetAddressesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("q=газ&kind=meeting&sort=oldest&page=3&size=50")]
    [InlineData("q=%EE%80%80&from=2020&place=сочи&not.place=москва&lang=ru")]
    public void TheyAreWhatTheSearchItselfWouldWrite(string address)
    {
        var parameters = address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)Uri.UnescapeDataString(pair[1])));
        var request = SearchParameters.Read(parameters, Language.Russian).Request;
        Assert.All(FacetNames.All, facet =>
        {
            var addresses = new FacetAddresses(request, facet);
            Assert.All((string[])["2021", "п-р", "a&b=c"], value =>
            {
                Assert.Equal(SearchAddress.Of(request.With(new FacetConstraint(facet, value))), addresses.With(value));
                Assert.Equal(SearchAddress.Of(request.With(new FacetConstraint(facet, value, IsExclusion: true))), addresses.Without(value));
            });
        });
    }
}
