using System.Globalization;

namespace KremlinArchive.Records;

/// <summary>
/// A moment as a page prints it: a Moscow day and, where the page gives one, the time of day.
/// A page without a time has none; it is never taken for midnight.
/// </summary>
/// <param name="Date">The Moscow day.</param>
/// <param name="Time">The Moscow clock time; null where the page prints none.</param>
public readonly record struct PrintedTime(DateOnly Date, TimeOnly? Time = null) : IComparable<PrintedTime>
{
    /// <summary>The instant with Moscow's offset of that date; null without a time of day.</summary>
    public DateTimeOffset? Instant => Time is { } time ? MoscowClock.At(Date, time) : null;

    /// <summary>The instant to sort by: of a day without a time, the day's first moment.</summary>
    public DateTimeOffset SortInstant => MoscowClock.At(Date, Time ?? TimeOnly.MinValue);

    /// <summary>Reads what <see cref="ToString"/> writes; the offset is checked for form only, Moscow's own is used. Null for anything else.</summary>
    public static PrintedTime? Parse(string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new PrintedTime(day);
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? new PrintedTime(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime))
            : null;
    }

    /// <inheritdoc/>
    public int CompareTo(PrintedTime other) => SortInstant.CompareTo(other.SortInstant);

    /// <summary><c>2021-12-07T20:15:00+03:00</c>, or <c>2003-05-01</c> where there is no time of day.</summary>
    public override string ToString() => Instant is { } instant
        ? instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
