using System.Net;
using KremlinArchive.Web.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace KremlinArchive.Web.Tests.Hosting.Limits;

public sealed class AnswerQueueTests
{
    [Fact]
    public async Task WhoFindsTheQueueFullIsToldAtOnceAndTheOthersAreAnswered()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await SmallSite.StartAsync(
            async context =>
            {
                begun.TrySetResult();
                await end.Task;
                await context.Response.WriteAsync("answer");
            },
            ("AtOnce", "1"), ("Waiting", "1"));

        var first = site.AskAsync();
        await begun.Task;
        // One of these two waits; whichever comes second finds no room.
        Task<HttpResponseMessage>[] others = [site.AskAsync(), site.AskAsync()];
        using var refused = await await Task.WhenAny(others);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter!.Delta);

        end.SetResult();
        using var answered = await first;
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], (await Task.WhenAll(others)).Select(response => response.StatusCode).Order());
    }

    [Fact]
    public async Task WhoReceivesSlowlyKeepsNobodyWaiting()
    {
        var end = new TaskCompletionSource();
        await using var site = await SmallSite.StartAsync(
            async context =>
            {
                await context.Response.WriteAsync("the beginning");
                await context.Response.Body.FlushAsync();
                await end.Task;
            },
            ("AtOnce", "1"), ("Waiting", "0"));

        using var first = await site.AskAsync();
        using var second = await site.AskAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        end.SetResult();
    }
}
