namespace KremlinArchive.Search.Results;

/// <summary>A day of the calendar whatever the year, as a number: 0 for 1 January … 365 for 31 December, 29 February among them.</summary>
internal static class CalendarDay
{
    private const int Days = 366, LeapYear = 2000;

    public static short Of(DateOnly day) => (short)(new DateOnly(LeapYear, day.Month, day.Day).DayOfYear - 1);

    /// <summary>The day in a leap year.</summary>
    public static DateOnly InLeapYear(short day) => new DateOnly(LeapYear, 1, 1).AddDays(day);

    /// <summary>How many days of the calendar later the other one comes, round the turn of the year.</summary>
    public static int Between(short one, short other) => (other - one + Days) % Days;
}
