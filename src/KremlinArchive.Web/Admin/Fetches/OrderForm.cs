using System.Globalization;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Store;
using KremlinArchive.Web.Forms;
using KremlinArchive.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Admin.Fetches;

/// <summary>A form that begins a fetch, or comes back with what is wrong and all that was typed.</summary>
public abstract class OrderForm : ComponentBase
{
    private readonly List<FieldProblem> problems = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>What is wrong with it.</summary>
    private protected IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>Notes what is wrong with a box.</summary>
    private protected void Refuse(string field, string text) => problems.Add(new FieldProblem(field, text));

    /// <summary>Begins the fetch, if nothing is wrong.</summary>
    /// <param name="first">The box at which the form begins.</param>
    private protected async Task BeginAsync(string first, Func<FetchOrder> order)
    {
        if (problems.Count > 0)
            return;
        var words = Services.GetRequiredService<IStringLocalizer<Words>>();
        try
        {
            Navigation.NavigateTo(await Services.GetRequiredService<FetchDesk>().BeginAsync(order(), Http.User.Identity?.Name ?? "", Http.RequestAborted));
        }
        catch (ArchiveUnavailableException unavailable)
        {
            Services.GetRequiredService<ILogger<OrderForm>>().LogFailure(unavailable);
            Refuse(first, words["fetch.unavailable"]);
            Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>A day of a box; null where it is empty or wrong, which is noted.</summary>
    private protected DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var words = Services.GetRequiredService<IStringLocalizer<Words>>();
        Refuse(field, words["fetch.problem.day", text]);
        return null;
    }
}

/// <summary>What the forms tell the server's log.</summary>
internal static partial class OrderFormLog
{
    [LoggerMessage(LogLevel.Error, "A fetch could not be begun")]
    public static partial void LogFailure(this ILogger log, Exception failure);
}
