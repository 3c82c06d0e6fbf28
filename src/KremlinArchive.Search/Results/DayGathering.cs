using KremlinArchive.Records;

namespace KremlinArchive.Search.Results;

/// <summary>Gathers what earlier years published on a day of the calendar, or on the nearest day after it that has anything.</summary>
internal sealed class DayGathering(DateOnly today)
{
    private readonly short wanted = CalendarDay.Of(today);
    private readonly long beginOfYear = MoscowClock.At(new DateOnly(today.Year, 1, 1), TimeOnly.MinValue).ToUnixTimeSeconds();
    private readonly List<RankedDocument> documents = [];
    private int nearest = int.MaxValue;
    private short day;

    /// <summary>The day found, in a leap year; null where no earlier year has anything.</summary>
    public DateOnly? Day => documents.Count == 0 ? null : CalendarDay.InLeapYear(day);

    /// <summary>What was published on it, in no order.</summary>
    public IReadOnlyList<RankedDocument> Documents => documents;

    public void Offer(short published, RankedDocument document)
    {
        if (document.Published >= beginOfYear)
            return;
        var distance = CalendarDay.Between(wanted, published);
        if (distance > nearest)
            return;
        if (distance < nearest)
        {
            documents.Clear();
            (nearest, day) = (distance, published);
        }

        documents.Add(document);
    }
}
