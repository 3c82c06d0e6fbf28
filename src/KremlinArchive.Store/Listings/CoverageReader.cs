using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Listings;

/// <summary>Reads how much of what the site has published the archive holds, by Moscow days. Samples are fiction and left out; withheld records are held.</summary>
public sealed class CoverageReader
{
    /// <summary>The most days that are read at once: a year and a month.</summary>
    public const int MostDays = 400;

    private readonly ArchiveDatabase database;

    internal CoverageReader(ArchiveDatabase database) => this.database = database;

    /// <summary>The coverage of each day of a span, also of those of which nothing is known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is longer than <see cref="MostDays"/>.</exception>
    public Task<IReadOnlyList<CoverageDay>> DaysAsync(Language language, DaySpan span, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(span.Last.DayNumber - span.First.DayNumber, MostDays, nameof(span));
        return database.ReadAsync(async context =>
        {
            var days = new CoverageCount[span.Last.DayNumber - span.First.DayNumber + 1];
            Array.Fill(days, new CoverageCount());
            foreach (var (day, held) in await HeldAsync(context, language, span, cancellation))
                days[day.DayNumber - span.First.DayNumber] = new CoverageCount { Held = held };
            var gaps = Gaps(context, language, span).GroupBy(row => new { row.Day, row.Answer }).Select(group => new { group.Key, Count = group.Count() });
            foreach (var gap in await gaps.ToListAsync(cancellation))
            {
                var at = gap.Key.Day!.Value.DayNumber - span.First.DayNumber;
                days[at] = days[at].With(gap.Key.Answer, gap.Count);
            }

            return (IReadOnlyList<CoverageDay>)[.. days.Select((coverage, at) => new CoverageDay(span.First.AddDays(at), coverage))];
        });
    }

    /// <summary>What the site names of some days and the archive does not hold, from the first day on.</summary>
    /// <param name="after">Only what follows this place in the list; null from its beginning.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<Gap>> GapsAsync(Language language, DaySpan span, GapKey? after, int most, CancellationToken cancellation) => database.ReadAsync(context =>
    {
        var rows = Gaps(context, language, span);
        if (after is { Day: var day, Collection: var collection, Number: var number })
            rows = rows.Where(row => row.Day > day || (row.Day == day && (row.Collection > collection || (row.Collection == collection && row.Number > number))));
        return ReadAsync(rows.OrderBy(row => row.Day).ThenBy(row => row.Collection).ThenBy(row => row.Number), most, cancellation);
    });

    /// <summary>What of these it would help to ask for: not asked for yet, or when the site refused or did not answer.</summary>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<Gap>> AskableAsync(Language language, DaySpan span, int most, CancellationToken cancellation) => database.ReadAsync(context =>
        ReadAsync(
            // Those that were asked for in vain come last, the longest ago first: no number of them keeps the others from their turn.
            Gaps(context, language, span).Where(row => row.Answer == null || row.Answer == ListedAnswer.Refused)
                .OrderBy(row => row.AskedAt != null).ThenBy(row => row.AskedAt).ThenBy(row => row.Day).ThenBy(row => row.Collection).ThenBy(row => row.Number),
            most,
            cancellation));

    /// <summary>The Moscow days between which the archive holds or knows anything of a language; null where it does not.</summary>
    public Task<DaySpan?> KnownSpanAsync(Language language, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var held = context.Records.Where(row => row.Language == language && row.Number < RecordId.FirstSampleNumber);
        var listed = context.Listed.Where(row => row.Language == language && row.Day != null);
        List<DateOnly?> ends =
        [
            await held.MinAsync(row => (DateTimeOffset?)row.PublishedSort, cancellation) is { } first ? MoscowClock.DayOf(first) : null,
            await held.MaxAsync(row => (DateTimeOffset?)row.PublishedSort, cancellation) is { } last ? MoscowClock.DayOf(last) : null,
            await listed.OrderBy(row => row.Day).Select(row => row.Day).FirstOrDefaultAsync(cancellation),
            await listed.OrderByDescending(row => row.Day).Select(row => row.Day).FirstOrDefaultAsync(cancellation),
        ];
        return ends.Min() is { } from && ends.Max() is { } to ? new DaySpan(from, to) : (DaySpan?)null;
    });

    /// <summary>By the day that is printed: a record's publication begins with it, whatever offset Moscow had.</summary>
    private static async Task<IReadOnlyList<(DateOnly Day, int Held)>> HeldAsync(ArchiveContext context, Language language, DaySpan span, CancellationToken cancellation)
    {
        var (from, end) = (new PrintedTime(span.First).SortInstant, new PrintedTime(span.Last.AddDays(1)).SortInstant);
        var held = await context.Records
            .Where(row => row.Language == language && row.PublishedSort >= from && row.PublishedSort < end && row.Number < RecordId.FirstSampleNumber)
            .GroupBy(row => row.Published.Substring(0, 10)).Select(group => new { Day = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return [.. held.Select(day => (DateOnly.ParseExact(day.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), day.Count))];
    }

    private static IQueryable<ListedRow> Gaps(ArchiveContext context, Language language, DaySpan span)
    {
        DateOnly? first = span.First, last = span.Last;
        return context.Listed.Where(row => row.Language == language && row.Day >= first && row.Day <= last && row.Number < RecordId.FirstSampleNumber
            && !context.Records.Any(record => record.Language == row.Language && record.Collection == row.Collection && record.Number == row.Number));
    }

    private static async Task<IReadOnlyList<Gap>> ReadAsync(IOrderedQueryable<ListedRow> rows, int most, CancellationToken cancellation) =>
        [.. (await rows.Take(most).ToListAsync(cancellation))
            .Select(row => new Gap(row.Record, row.Day!.Value, row.Address, row.LastAt, row.AskedAt, row.Answer))];
}
