using System.Text.RegularExpressions;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>Dates as people type them: 2021, 2021-12, 2021-12-07, 7.12.2021, 12.2021, and spans of them: 2020..2021, 2020.., ..2021-06.</summary>
internal static partial class TypedDate
{
    /// <summary>The first and the last year that are taken for a year where a number stands alone; the site begins in 1999.</summary>
    private const int FirstYear = 1900, LastYear = 2099;

    /// <summary>A day, a month or a year; null for any other text.</summary>
    public static PartialDate? Read(string text)
    {
        if (PartialDate.Parse(text) is { } date)
            return date.First.Year is >= FirstYear and <= LastYear ? date : null;
        return Printed().Match(text) is { Success: true } printed
            ? PartialDate.Parse($"{printed.Groups["year"]}-{Two(printed.Groups["month"])}{(printed.Groups["day"] is { Success: true } day ? "-" + Two(day) : "")}")
            : null;
    }

    /// <summary>A span of two dates, one of which may be missing; null for any other text.</summary>
    public static (PartialDate? First, PartialDate? Last)? ReadSpan(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || text.All(c => c == '.'))
            return null;
        var (from, to) = (text[..dots], text[(dots + 2)..].TrimStart('.'));
        var (first, last) = (Read(from), Read(to));
        return (from.Length > 0 && first is null) || (to.Length > 0 && last is null) ? null : (first, last);
    }

    private static string Two(Group group) => group.Value.PadLeft(2, '0');

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})\.(?<year>\d{4})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();
}
