using System.Globalization;
using Cronos;
using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Watching;

/// <summary>Whether the site is watched, and when it is looked at.</summary>
internal sealed record WatchSettings
{
    private const string Section = "Archive:Watch:";
    private const string Usual = "*/5 * * * *";

    /// <summary>True if it is watched at all.</summary>
    public required bool On { get; init; }

    /// <summary>When it is looked at, by Moscow's clock.</summary>
    public required CronExpression Schedule { get; init; }

    /// <summary>The same as it is written in the settings.</summary>
    public required string Written { get; init; }

    /// <summary>The most pages that one look asks for again.</summary>
    public required int Pages { get; init; }

    /// <exception cref="WrongSettingException">One of them is wrong; the message names it.</exception>
    public static WatchSettings Read(IConfiguration configuration) => new()
    {
        On = ReadOn(configuration[Section + nameof(On)]),
        Schedule = ReadSchedule(configuration[Section + nameof(Schedule)]),
        Written = Text(configuration[Section + nameof(Schedule)]),
        Pages = ReadPages(configuration[Section + nameof(Pages)]),
    };

    private static bool ReadOn(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;
        return bool.TryParse(text, out var on) ? on : throw new WrongSettingException(Section + nameof(On), $"“{text}” is neither true nor false.");
    }

    private static CronExpression ReadSchedule(string? text)
    {
        try
        {
            return CronExpression.Parse(Text(text));
        }
        catch (CronFormatException error)
        {
            throw new WrongSettingException(Section + nameof(Schedule), $"“{text}” is no cron expression; {Usual} is every five minutes. {error.Message}");
        }
    }

    private static string Text(string? schedule) => string.IsNullOrWhiteSpace(schedule) ? Usual : schedule;

    private static int ReadPages(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return 20;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var pages) && pages is >= 0 and <= 1000
            ? pages
            : throw new WrongSettingException(Section + nameof(Pages), $"“{text}” is not a whole number from 0 to 1000.");
    }
}
