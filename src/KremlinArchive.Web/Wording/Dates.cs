using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Web.Wording;

/// <summary>Dates as readers of the interface language write them, always with the year.</summary>
internal static class Dates
{
    /// <summary>«7 декабря 2021, 20:15» or "7 December 2021, 20:15"; without a time of day, the day alone.</summary>
    public static string Long(this PrintedTime printed) => Moment(printed, CultureInfo.CurrentCulture);

    /// <summary>The same in a given language, whatever the interface's is.</summary>
    public static string LongIn(this PrintedTime printed, Language language) => Moment(printed, InterfaceLanguage.CultureOf(language));

    /// <summary>«7 декабря 2021» or "7 December 2021".</summary>
    public static string Long(this DateOnly day) => Day(day, CultureInfo.CurrentCulture);

    /// <summary>«7–9 декабря 2021», or both days in full where the months differ.</summary>
    public static string Long(this DaySpan days)
    {
        if (days.First == days.Last)
            return Long(days.First);
        return days.First.Year == days.Last.Year && days.First.Month == days.Last.Month
            ? $"{days.First.Day}–{Long(days.Last)}"
            : $"{Long(days.First)} – {Long(days.Last)}";
    }

    /// <summary>An instant on Moscow's clock, in long form.</summary>
    public static string LongMoscow(this DateTimeOffset instant)
    {
        var shown = MoscowClock.Show(instant);
        return new PrintedTime(DateOnly.FromDateTime(shown.DateTime), TimeOnly.FromDateTime(shown.DateTime)).Long();
    }

    /// <summary>For a <c>time</c> element's <c>datetime</c>.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(PrintedTime printed, CultureInfo culture) =>
        printed.Time is { } time ? $"{Day(printed.Date, culture)}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : Day(printed.Date, culture);

    private static string Day(DateOnly day, CultureInfo culture) => day.ToString("d MMMM yyyy", culture);
}
