using KremlinArchive.Import.Fetching;
using KremlinArchive.Records;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Admin.Fetches;

/// <summary>Fetches in the words of the interface.</summary>
internal static class FetchWords
{
    /// <summary>«До 14:32 ничего не запрашивается; дальше – http://…».</summary>
    public static string Of(IStringLocalizer<Words> words, FetchWait wait) =>
        wait.Address is { } address ? words["fetch.wait", Time(wait.Until), address] : words["fetch.wait.turn"];

    /// <summary>What a run fetched, where the program itself named it; null for anything else.</summary>
    public static string? Named(IStringLocalizer<Words> words, string description) => description.Split(' ', 2) switch
    {
        ["feed", var which] => words["run.feed", which].Value,
        ["list", var which] => words["run.list", which].Value,
        ["gaps", var which] => words["run.gaps", which].Value,
        ["watch:", ..] => words["run.watch"].Value,
        _ => null,
    };

    /// <summary>A time of today by Moscow's clock; of another day with that day.</summary>
    public static string Time(DateTimeOffset until) => MoscowClock.DayOf(until) == MoscowClock.DayOf(TimeProvider.System.GetUtcNow())
        ? MoscowClock.Show(until).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        : until.LongMoscow();
}
