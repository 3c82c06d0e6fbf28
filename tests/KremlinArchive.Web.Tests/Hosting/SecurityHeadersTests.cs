using System.Net;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task AFailureRefusesTheSameAndIsNotKept()
    {
        await using var site = await SmallSite.StartAsync(_ => throw new InvalidOperationException("A page that fails."));
        using var response = await site.AskAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Refusals.AssertIn(response);
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
