using System.Globalization;
using KremlinArchive.Web.Measuring;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>What is said to whoever is refused, and when to come again: to programs as problem details, to readers as <see cref="Errors.BusyPage"/>.</summary>
/// <param name="Status">429 if one client asked too much, 503 if all together did or the database is away.</param>
/// <param name="Seconds">When to come again.</param>
internal sealed record Refusal(int Status, int Seconds)
{
    private const int Pause = 5;
    private const string OneClient = "client", AllTogether = "server", NoDatabase = "away", NoIndex = "building";

    /// <summary>Why something may be refused; each has its words.</summary>
    public static IReadOnlyList<string> Causes { get; } = [OneClient, AllTogether, NoDatabase, NoIndex];

    /// <summary>The database is away, and what was asked cannot be answered without it.</summary>
    public static Refusal Away { get; } = new(StatusCodes.Status503ServiceUnavailable, Pause) { Cause = NoDatabase };

    /// <summary>The index is being built, and another server answers meanwhile.</summary>
    public static Refusal Building { get; } = new(StatusCodes.Status503ServiceUnavailable, Pause) { Cause = NoIndex };

    /// <summary>All clients together ask too much, or the answer took too long.</summary>
    public static Refusal Overloaded { get; } = new(StatusCodes.Status503ServiceUnavailable, Pause) { Cause = AllTogether };

    /// <summary>One client asks too much.</summary>
    public static Refusal TooMany(TimeSpan? pause) =>
        new(StatusCodes.Status429TooManyRequests, pause is { } known ? Math.Max(1, (int)Math.Ceiling(known.TotalSeconds)) : Pause) { Cause = OneClient };

    /// <summary>One of <see cref="Causes"/>: which words say it, and as what it is counted.</summary>
    public string Cause { get; private init; } = AllTogether;

    public string Title(IStringLocalizer<Words> words) => words[$"busy.{Cause}"];

    public string Text(IStringLocalizer<Words> words) => words[$"busy.{Cause}.text", Seconds];

    public Task SayAsync(HttpContext context)
    {
        context.RequestServices.GetService<WebMeasures>()?.Refused(this);
        context.Features.Set(this);
        context.Response.StatusCode = Status;
        context.Response.Headers.RetryAfter = Seconds.ToString(CultureInfo.InvariantCulture);
        if (!ArchiveServer.IsApi(context))
        {
            // What has no body yet is run again as a page, unless it says of what type that will be, as a page does that fails while it is drawn.
            context.Response.ContentType = null;
            return Task.CompletedTask;
        }

        var words = context.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        return Results.Problem(Text(words), statusCode: Status, title: Title(words)).ExecuteAsync(context);
    }
}
