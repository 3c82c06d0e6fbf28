using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>The time for an answer, waiting included: afterwards the search ends where it is, and the client is told to come again.</summary>
internal static class AnswerTime
{
    public static void AddAnswerTime(this IServiceCollection services, LimitSettings limits) => services.AddRequestTimeouts(options =>
        options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = limits.Time,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = Refusal.Overloaded.SayAsync,
        });

    public static void UseAnswerTime(this IApplicationBuilder app)
    {
        app.UseRequestTimeouts();
        app.Use(async (context, next) =>
        {
            if (!RequestCost.IsAnswer(context))
            {
                // An upload lasts as long as it does, and a circuit as long as its page.
                context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
                await next(context);
                return;
            }

            var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
            context.Response.Body = new TimedBody(body.Stream, context.RequestAborted);
            try
            {
                await next(context);
            }
            finally
            {
                // What is said of an answer that came too late goes out without it.
                context.Features.Set(body);
            }
        });
    }
}
