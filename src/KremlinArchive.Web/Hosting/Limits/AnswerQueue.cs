using System.Threading.RateLimiting;

namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>
/// Where requests wait for their answer to be made: a few at once, the others in the order in which they came, and whoever finds the queue
/// full is told so at once. However many ask, each answer is made at full speed.
/// </summary>
internal sealed class AnswerQueue(LimitSettings limits) : IDisposable
{
    private readonly ConcurrencyLimiter turns = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.AtOnce,
        QueueLimit = limits.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (!RequestCost.IsAnswer(context))
        {
            await next(context);
            return;
        }

        using var turn = await turns.AcquireAsync(1, context.RequestAborted);
        if (!turn.IsAcquired)
        {
            await Refusal.Overloaded.SayAsync(context);
            return;
        }

        // A page is made before its first byte goes out: who then takes long to receive it keeps nobody waiting.
        context.Response.OnStarting(static held => EndAsync((RateLimitLease)held), turn);
        await next(context);
    }

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    private static Task EndAsync(RateLimitLease turn)
    {
        turn.Dispose();
        return Task.CompletedTask;
    }
}
