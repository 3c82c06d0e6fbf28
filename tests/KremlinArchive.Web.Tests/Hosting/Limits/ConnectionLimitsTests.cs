using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Hosting.Limits;

public sealed class ConnectionLimitsTests
{
    [Theory]
    [InlineData(50_000, true)]
    [InlineData(100_000, false)]
    public async Task OnlySmallBodiesAreTakenIn(int length, bool isTaken)
    {
        await using var site = await SmallSite.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null));
        using var body = new ByteArrayContent(new byte[length]);
        using var response = await site.Http.PostAsync("/", body, TestContext.Current.CancellationToken);
        Assert.Equal(isTaken, response.IsSuccessStatusCode);
    }
}
