using System.Net;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Hosting.Limits;

public sealed class AnswerTimeTests
{
    private static readonly (string, string) ASecond = ("Seconds", "1");

    [Fact]
    public async Task AnAnswerThatTakesTooLongIsEndedAndSaidToBe()
    {
        await using var site = await SmallSite.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted), ASecond);
        using var response = await site.AskAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task APageThatWasCutShortIsNotSentHalfEmpty()
    {
        await using var site = await SmallSite.StartAsync(
            async context =>
            {
                // As Blazor does with a component whose loading is cancelled.
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                await context.Response.Body.WriteAsync("a page without its content"u8.ToArray());
            },
            ASecond);
        using var response = await site.AskAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
