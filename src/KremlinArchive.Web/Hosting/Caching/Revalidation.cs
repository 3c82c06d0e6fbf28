using KremlinArchive.Store;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KremlinArchive.Web.Hosting.Caching;

/// <summary>
/// Lets browsers keep answers and ask whether they are still good. An answer that is not marked <see cref="RevalidatedAttribute"/>, or that
/// failed, is kept nowhere, unless who made it says otherwise, as static files do.
/// </summary>
internal static class Revalidation
{
    // Nobody but the reader keeps it, since cookies choose language and theme, and the reader asks each time.
    private const string Kept = "private, no-cache";
    private const string NotKept = "no-store";
    private static readonly string[] Varies = [HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.Cookie];

    public static void AddRevalidation(this IServiceCollection services)
    {
        services.AddSingleton<ArchiveState>();
        services.AddSingleton<AnswerTag>();
    }

    /// <summary>Says of every answer whether it may be kept. Outermost: also of those that fail.</summary>
    public static void UseCacheHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Say((HttpContext)state), context);
        return next(context);
    });

    /// <summary>Answers 304 where what the client holds is still good. After routing, which knows what is marked, and before anything costly.</summary>
    public static void UseRevalidation(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<RevalidatedAttribute>() is { } marked
            && await TagAsync(context, marked) is { } tag)
        {
            context.Features.Set(new Given(tag));
            if (Holds(context.Request.Headers.IfNoneMatch, tag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        await next(context);
    });

    /// <summary>Takes the tag from an answer that does not follow from its grounds alone, as one whose time was up: asked again, it may be another.</summary>
    public static void KeepNowhere(HttpContext context) => context.Features.Set<Given>(null);

    private static async ValueTask<string?> TagAsync(HttpContext context, RevalidatedAttribute marked)
    {
        // What an admin sees while signed in is nobody else's, and changes with the session.
        if (context.User.Identity?.IsAuthenticated == true)
            return null;
        try
        {
            return await context.RequestServices.GetRequiredService<AnswerTag>().OfAsync(context, marked);
        }
        catch (ArchiveUnavailableException)
        {
            // Searches are answered without the store; whatever does need it fails by itself, and says how.
            return null;
        }
    }

    // A star would match any answer there is; whether there is one is not known before it is made.
    private static bool Holds(StringValues sent, string tag) => EntityTagHeaderValue.TryParseList(sent, out var held)
        && held.Any(known => known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));

    private static Task Say(HttpContext context)
    {
        var response = context.Response;
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && context.Features.Get<Given>() is { } given)
        {
            response.Headers.ETag = given.Tag;
            response.Headers.CacheControl = Kept;
            var varied = response.Headers.GetCommaSeparatedValues(HeaderNames.Vary);
            response.Headers.Vary = string.Join(", ", varied.Union(Varies, StringComparer.OrdinalIgnoreCase));
        }
        else if (StringValues.IsNullOrEmpty(response.Headers.CacheControl))
        {
            response.Headers.CacheControl = NotKept;
        }

        return Task.CompletedTask;
    }

    /// <summary>The tag that this request's answer bears if it succeeds.</summary>
    private sealed record Given(string Tag);
}
