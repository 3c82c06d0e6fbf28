using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Import.Parsing.Words;
using KremlinArchive.Records;
using static System.FormattableString;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>When an item was published, or the reason why that cannot be believed.</summary>
/// <param name="At">The moment; null if there is a failure.</param>
/// <param name="Failure">A sentence for admins; null if there is a moment.</param>
internal sealed record Publication(PrintedTime? At, string? Failure)
{
    /// <summary>The oldest acts on the site are of 1990; an older date is a mistake.</summary>
    internal static readonly DateOnly Earliest = new(1990, 1, 1);

    // Texts are prepared some days ahead and clocks are set wrong; a month is neither.
    private const int DaysAhead = 31;

    private static readonly Publication Undated = new(null, "The page has no date of publication.");

    /// <summary>The publication of an article page: what is printed under its title, for announcements what its status block says.</summary>
    internal static Publication Of(HtmlPage page, StatusBlock status, DateOnly today)
    {
        if (page.Published is { } printed)
            return Check(printed.GetAttribute("datetime"), BodyText.Line(printed), BodyText.Line(page.Time), today);
        if (status.Published is { } stated)
            return Check(stated.GetAttribute("datetime"), BodyText.Line(stated), BodyText.Line(stated), today);
        return Undated;
    }

    /// <summary>Checks a date and a time as found.</summary>
    /// <param name="attribute">The <c>datetime</c> attribute, if there is one.</param>
    /// <param name="text">The date as printed, read where the attribute is absent.</param>
    /// <param name="time">A text with the time of day; may be empty.</param>
    /// <param name="today">The Moscow day of the reading.</param>
    internal static Publication Check(string? attribute, string text, string time, DateOnly today)
    {
        var isAbsent = string.IsNullOrWhiteSpace(attribute);
        var found = isAbsent ? PrintedDates.SingleDay(text) : PrintedDates.Day(attribute);
        if (found is not { } day)
            return isAbsent && text.Length == 0 ? Undated : new Publication(null, $"The date \"{Short(isAbsent ? text : attribute!)}\" is not a day of the calendar.");
        if (day < Earliest)
            return new Publication(null, Invariant($"The date {day:yyyy-MM-dd} cannot be right: nothing on the site is older than {Earliest.Year}."));
        if (day > today.AddDays(DaysAhead))
            return new Publication(null, Invariant($"The date {day:yyyy-MM-dd} cannot be right: it is far in the future."));
        return new Publication(new PrintedTime(day, PrintedDates.Time(time)), null);
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
