using KremlinArchive.Store;
using KremlinArchive.Web.Hosting.Limits;

namespace KremlinArchive.Web.Hosting;

/// <summary>
/// What is answered while the database cannot be used: searches as ever, from this server's own index, and for what only the store knows the plain word that it is away and when to
/// come again. Whoever operates the server reads why in the log.
/// </summary>
internal static partial class AwayArchive
{
    /// <summary>Turns what fails for want of the database into a refusal. Inside of what answers errors.</summary>
    public static void UseAwayArchive(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && IsAway(context, failure) is not null)
        {
            await SayAsync(context, failure);
        }
    });

    /// <summary>What a failure says of the archive, in a sentence; null if it is none of the archive's.</summary>
    public static string? IsAway(HttpContext context, Exception failure) => context.RequestServices.GetRequiredService<ArchiveStore>().Explain(failure)?.Message;

    /// <summary>Notes that who asks could not be known, since the database is away: whoever must be known is told so instead of being asked to sign in.</summary>
    public static void Unknown(HttpContext context, Exception failure) => context.Features.Set(new Missed(failure));

    /// <summary>Refuses what was asked if that is because nobody can be known just now.</summary>
    /// <returns>False if there is another reason.</returns>
    public static async Task<bool> RefuseUnknownAsync(HttpContext context)
    {
        if (context.Features.Get<Missed>() is not { } missed)
            return false;
        await SayAsync(context, missed.Failure);
        return true;
    }

    private static Task SayAsync(HttpContext context, Exception failure)
    {
        Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AwayArchive)), context.Request.Path, IsAway(context, failure));
        return Refusal.Away.SayAsync(context);
    }

    [LoggerMessage(LogLevel.Warning, "{Path} was refused. {Reason}")]
    private static partial void Failed(ILogger log, string path, string? reason);

    private sealed record Missed(Exception Failure);
}
