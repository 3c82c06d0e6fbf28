using System.Globalization;

namespace KremlinArchive.Import.Fetching.Politeness;

/// <summary>How long to wait before a site is asked again.</summary>
internal static class RetryAfter
{
    /// <summary>Who asks for more patience than this is not waited for in the same run.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>No site is left alone for longer than this, whatever it asks for.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(24);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    /// <summary>The time to wait after the n-th try: 10 s, 30 s, 90 s …, or what the answer asks for, whichever is longer.</summary>
    public static TimeSpan After(int tries, string? asked, DateTimeOffset now)
    {
        var usual = AtMost(First * Math.Pow(3, Math.Min(tries, 20) - 1));
        return Read(asked, now) is { } wanted && wanted > usual ? wanted : usual;
    }

    /// <summary>The wait that a Retry-After header names, in seconds or as a date; a day at most; null for anything else.</summary>
    internal static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        if (header?.Length < 19 && long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, (long)Most.TotalSeconds));
        return DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now ? AtMost(date - now) : null;
    }

    private static TimeSpan AtMost(TimeSpan wait) => wait < Most ? wait : Most;
}
