using System.CommandLine;
using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Fetching.Watching;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>watch</c>: by which policy pages are looked at again, how many are due, and what a day costs. The server does the watching.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public static Command Create(Terminal terminal)
    {
        var command = new Command("watch", "Show how pages are looked at again, and how many are due");
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        using var fetching = Fetching.Open();
        var due = await fetching.WatcherOf(store).CountDueAsync(cancellation);
        var added = await store.Visits.CountAsync(TimeProvider.System.GetUtcNow() - Month, cancellation) / Month.TotalDays;
        var visits = Math.Round(WatchPolicy.Usual.VisitsADay(added, await store.Visits.CountAsync(null, cancellation)));
        var last = await store.Runs.NamedAsync(Watcher.Description, 1, cancellation);
        var bands = WatchPolicy.Usual.Bands.Index().Select(band => new BandLine(band.Item.UpTo?.TotalHours, band.Item.Interval.TotalHours, due.OfBands[band.Index])).ToList();
        if (terminal.IsJson)
        {
            terminal.WriteJson(new Answer(due.Total, visits, last.Count > 0 ? last[0].Number : null, last.Count > 0 ? last[0].StartedAt : null, bands));
            return ExitCode.Done;
        }

        terminal.Write(Figures.Rows(bands.Select(Row), "Published less than", "Looked at again after", "Due now"));
        terminal.WriteLine($"{Figures.Number(due.Total)}{(due.IsAtLeast ? " or more" : "")} pages are due; watching looks at some {Figures.Number((long)visits)} pages a day.");
        terminal.WriteLine(last.Count > 0 ? $"The last run of a watcher was {Figures.Number(last[0].Number)}, {Figures.Time(last[0].StartedAt)}." : "No watcher has made a run yet.");
        return ExitCode.Done;
    }

    private static string[] Row(BandLine band) => [band.AgeHours is { } age ? Span(age) + " ago" : "longer ago", Span(band.IntervalHours), Figures.Number(band.Due)];

    private static string Span(double hours) => hours switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{hours * 60:0} minutes"),
        <= 48 => string.Create(CultureInfo.InvariantCulture, $"{hours:0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{hours / 24:0} days"),
    };

    private sealed record Answer(int Due, double VisitsADay, long? LastRun, DateTimeOffset? LastRunAt, IReadOnlyList<BandLine> Policy);

    private sealed record BandLine(double? AgeHours, double IntervalHours, int Due);
}
