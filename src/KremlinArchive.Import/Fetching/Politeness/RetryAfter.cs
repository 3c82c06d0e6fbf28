using System.Globalization;

namespace KremlinArchive.Import.Fetching.Politeness;

/// <summary>How long to wait before a site is asked again.</summary>
internal static class RetryAfter
{
    /// <summary>Who asks for more patience than this is not waited for in the same run.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    /// <summary>The time to wait after the n-th try: 10 s, 30 s, 90 s …, or what the answer asks for, whichever is longer.</summary>
    public static TimeSpan After(int tries, string? asked, DateTimeOffset now)
    {
        var usual = First * Math.Pow(3, tries - 1);
        return Read(asked, now) is { } wanted && wanted > usual ? wanted : usual;
    }

    /// <summary>The wait that a Retry-After header names, in seconds or as a date; null for anything else.</summary>
    internal static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now ? date - now : null;
    }
}
