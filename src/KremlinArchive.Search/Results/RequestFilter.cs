using KremlinArchive.Records;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>What a request asks of a record besides its words, checked on the columns of one segment.</summary>
internal sealed class RequestFilter
{
    /// <summary>The record is a result.</summary>
    public const int Passes = -1;

    /// <summary>The record is none, and counts nowhere.</summary>
    public const int Fails = -2;

    private readonly SegmentColumns columns;
    private readonly long from, until;
    private readonly (int Facet, bool[] Ordinals)[] wanted, excluded;

    public RequestFilter(SearchRequest request, SegmentColumns columns)
    {
        this.columns = columns;

        // The first day of all began in Moscow before the calendar does, the last one ends behind it: neither bounds anything.
        from = request.From is { First: var first } && first > DateOnly.MinValue ? Seconds(first) : long.MinValue;
        until = request.To is { Last: var last } && last < DateOnly.MaxValue ? Seconds(last.AddDays(1)) : long.MaxValue;
        wanted = Chosen(request, isExclusion: false);
        excluded = Chosen(request, isExclusion: true);
    }

    /// <summary>
    /// <see cref="Passes"/>, <see cref="Fails"/>, or the one facet whose constraint alone keeps the record out: it is counted for that facet,
    /// whose other values show what they would add.
    /// </summary>
    public int Check(int doc)
    {
        var published = columns.Published[doc];
        if (published < from || published >= until)
            return Fails;
        foreach (var (facet, ordinals) in excluded)
        {
            if (HasAny(facet, ordinals, doc))
                return Fails;
        }

        var missed = Passes;
        foreach (var (facet, ordinals) in wanted)
        {
            if (HasAny(facet, ordinals, doc))
                continue;
            if (missed != Passes)
                return Fails;
            missed = facet;
        }

        return missed;
    }

    private bool HasAny(int facet, bool[] ordinals, int doc)
    {
        var column = columns.Facets[facet];
        for (var i = column.Starts[doc]; i < column.Starts[doc + 1]; i++)
        {
            if (ordinals[column.Ordinals[i]])
                return true;
        }

        return false;
    }

    private (int Facet, bool[] Ordinals)[] Chosen(SearchRequest request, bool isExclusion) =>
    [
        .. request.Constraints.Where(constraint => constraint.IsExclusion == isExclusion)
            .GroupBy(constraint => constraint.Facet, constraint => constraint.Value)
            .Select(group => ((int)group.Key, Ordinals((int)group.Key, group))),
    ];

    private bool[] Ordinals(int facet, IEnumerable<string> values)
    {
        var keys = columns.Facets[facet].Keys;
        var chosen = new bool[keys.Length];
        foreach (var value in values)
        {
            // The column is sorted by UTF-8 bytes, an order of its own: a walk through it is as good as a search for the few values of a request.
            if (Array.IndexOf(keys, value) is >= 0 and var ordinal)
                chosen[ordinal] = true;
        }

        return chosen;
    }

    private static long Seconds(DateOnly day) => MoscowClock.At(day, TimeOnly.MinValue).ToUnixTimeSeconds();
}
