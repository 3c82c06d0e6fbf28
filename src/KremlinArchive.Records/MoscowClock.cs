namespace KremlinArchive.Records;

/// <summary>Moscow's clock: the offset from UTC that was in force on a date (it changed in 2011 and in 2014).</summary>
public static class MoscowClock
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    /// <summary>The instant at which Moscow's clocks showed this time; the later one of an hour that came twice.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var clock = date.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(clock, Moscow.GetUtcOffset(clock));
    }

    /// <summary>The instant as Moscow's clocks showed it.</summary>
    public static DateTimeOffset Show(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Moscow);

    /// <summary>The Moscow day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Show(instant).DateTime);
}
