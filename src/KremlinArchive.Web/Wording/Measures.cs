using System.Globalization;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Wording;

/// <summary>Sizes and spans of time as people write them.</summary>
internal static class Measures
{
    /// <summary>«27 Б», «3,4 МБ».</summary>
    public static string Size(this IStringLocalizer<Words> words, long bytes) => bytes switch
    {
        < 1024 => words["size.b", bytes],
        < 1024 * 1024 => words["size.kb", Short(bytes / 1024.0)],
        < 1024L * 1024 * 1024 => words["size.mb", Short(bytes / 1024.0 / 1024)],
        _ => words["size.gb", Short(bytes / 1024.0 / 1024 / 1024)],
    };

    /// <summary>«12 с», «3 мин 5 с», «1 ч 20 мин».</summary>
    public static string Duration(this IStringLocalizer<Words> words, TimeSpan time) => time.TotalSeconds switch
    {
        < 60 => words["time.s", Short(time.TotalSeconds)],
        < 3600 => words["time.min", time.Minutes, time.Seconds],
        _ => words["time.h", (int)time.TotalHours, time.Minutes],
    };

    /// <summary>A span as rules tell it: «30 минут», «2 часа», «365 дней».</summary>
    public static string Span(this IStringLocalizer<Words> words, TimeSpan time) =>
        time.TotalMinutes < 60 ? words.Count("minutes", (long)time.TotalMinutes)
        : time.TotalHours <= 48 ? words.Count("hours", (long)time.TotalHours)
        : words.Count("days", (long)time.TotalDays);

    private static string Short(double number) => number.ToString(number < 10 ? "0.#" : "0", CultureInfo.CurrentCulture);
}
