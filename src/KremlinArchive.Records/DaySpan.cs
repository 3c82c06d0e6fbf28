namespace KremlinArchive.Records;

/// <summary>Moscow days from the first to the last, both included: when an announced event takes place.</summary>
public readonly record struct DaySpan
{
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public DaySpan(DateOnly first, DateOnly last)
    {
        if (last < first)
            throw new ArgumentException($"The span's last day, {last:yyyy-MM-dd}, is before its first, {first:yyyy-MM-dd}.", nameof(last));
        First = first;
        Last = last;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }
}
