namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>All that protects the machine from too many requests, and each of its readers from the others.</summary>
internal static class ArchiveLimits
{
    public static void AddArchiveLimits(this IServiceCollection services, LimitSettings limits)
    {
        services.AddSingleton(limits);
        services.AddSingleton<AnswerQueue>();
        services.AddClientLimits(limits);
        services.AddAnswerTime(limits);
    }

    /// <summary>Counts the request for its client. After routing, which knows what is a file.</summary>
    public static void UseClientLimits(this IApplicationBuilder app) => app.UseRateLimiter();

    /// <summary>Lets the request wait for its turn, and its answer be made in time.</summary>
    public static void UseAnswerQueue(this IApplicationBuilder app)
    {
        app.UseAnswerTime();
        var queue = app.ApplicationServices.GetRequiredService<AnswerQueue>();
        app.Use((context, next) => queue.RunAsync(context, next));
    }
}
