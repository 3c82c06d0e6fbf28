using System.Globalization;

namespace KremlinArchive.Search.Requests;

/// <summary>A Moscow day, month or year as people type it: <c>2021-12-07</c>, <c>2021-12</c>, <c>2021</c>.</summary>
public readonly record struct PartialDate
{
    private PartialDate(DateOnly first, DateOnly last, string text)
    {
        First = first;
        Last = last;
        this.text = text;
    }

    private readonly string text;

    /// <summary>The first day that it covers.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that it covers.</summary>
    public DateOnly Last { get; }

    /// <summary>A single day.</summary>
    public static PartialDate Day(DateOnly day) => new(day, day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A whole month.</summary>
    public static PartialDate Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new PartialDate(first, LastOfMonth(first), first.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }

    /// <summary>A whole year.</summary>
    public static PartialDate Year(int year) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Reads one of the three forms; null for anything else.</summary>
    public static PartialDate? Parse(string? text) => text?.Length switch
    {
        4 when Exact(text, "yyyy") is { } day => Year(day.Year),
        7 when Exact(text, "yyyy-MM") is { } day => new PartialDate(day, LastOfMonth(day), text),
        10 when Exact(text, "yyyy-MM-dd") is { } day => Day(day),
        _ => null,
    };

    /// <summary>As it was typed.</summary>
    public override string ToString() => text ?? "";

    private static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
