using System.Globalization;
using System.Text.RegularExpressions;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Words;

/// <summary>Reads dates as the site prints them, in both languages, with their times and ranges.</summary>
internal static partial class PrintedDates
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    /// <summary>A day in the first ten characters of a <c>datetime</c> attribute; null for a day that is not in the calendar.</summary>
    internal static DateOnly? Day(string? attribute) =>
        attribute is { Length: >= 10 } && DateOnly.TryParseExact(attribute.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>The time of day in a text; null where there is none, and for 00:00, which the site prints where it knows no time.</summary>
    internal static TimeOnly? Time(string? text)
    {
        var match = ClockTime().Match(text ?? "");
        if (!match.Success || !TimeOnly.TryParseExact(match.Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        return time == TimeOnly.MinValue ? null : time;
    }

    /// <summary>The day or days of a text: <c>April 7 − 8, 2013</c>, <c>30 ноября − 1 декабря 2018 года</c>, <c>15.08.1996</c>; null where none can be read.</summary>
    internal static DaySpan? Span(string? text)
    {
        if (NumericDay().Match(text ?? "") is { Success: true } numeric)
            return Day($"{numeric.Groups[3].Value}-{numeric.Groups[2].Value}-{numeric.Groups[1].Value}") is { } day ? new DaySpan(day, day) : null;
        var tokens = DateToken().Matches(ClockTime().Replace(text ?? "", " ")).Select(match => match.Value.ToLowerInvariant()).ToList();
        var days = Enumerable.Range(0, tokens.Count).Where(at => IsDay(tokens[at])).Select(at => DayAt(tokens, at)).ToList();
        if (days.Count is 0 or > 2 || days.Contains(null))
            return null;
        var (first, last) = (days[0]!.Value, days[^1]!.Value);
        return last < first ? null : new DaySpan(first, last);
    }

    /// <summary>The one day that a text names; null for none and for ranges.</summary>
    internal static DateOnly? SingleDay(string? text) => Span(text) is { } span && span.First == span.Last ? span.First : null;

    private static DateOnly? DayAt(List<string> tokens, int at)
    {
        // English puts the month before the day, Russian after it; the year follows, at the range's end only if both days share it.
        var monthFirst = tokens.FindIndex(IsMonth) == 0;
        var month = monthFirst ? tokens.FindLastIndex(at, IsMonth) : tokens.FindIndex(at, IsMonth);
        var year = tokens.FindIndex(at, token => token.Length == 4 && char.IsAsciiDigit(token[0]));
        if (month < 0 || year < 0)
            return null;
        var text = $"{tokens[year]}-{(Array.IndexOf(Months, tokens[month]) % 12) + 1:00}-{tokens[at].PadLeft(2, '0')}";
        return Day(text);
    }

    private static bool IsDay(string token) => token.Length <= 2 && char.IsAsciiDigit(token[0]);

    private static bool IsMonth(string token) => Array.IndexOf(Months, token) >= 0;

    [GeneratedRegex(@"(?<!\d)(\d{2})\.(\d{2})\.(\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDay();

    [GeneratedRegex(@"(?<!\d)\d{1,2}:\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"(?<!\d)(?:\d{4}|\d{1,2})(?!\d)|january|february|march|april|\bmay\b|june|july|august|september|october|november|december"
        + @"|января|февраля|марта|апреля|\bмая\b|июня|июля|августа|сентября|октября|ноября|декабря", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateToken();
}
