using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>Numbers of a collection, written <c>ru/events/67300..67400</c>.</summary>
public sealed record NumberRange
{
    private const int MostAtOnce = 100;

    private NumberRange(RecordId first, int last)
    {
        First = first;
        Last = last;
    }

    public RecordId First { get; }

    public int Last { get; }

    /// <summary>Reads a range; null for anything else, also where it would end before it begins.</summary>
    public static NumberRange? Parse(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || RecordId.Parse(text[..dots]) is not { } first || RecordId.ParseNumber(text[(dots + 2)..]) is not { } last)
            return null;
        return last >= first.Number ? new NumberRange(first, last) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}..{Last}");

    /// <summary>The first pages of the range and, where that is not all, the rest of it as a range: a long one never lies unfolded.</summary>
    internal IEnumerable<(FetchStepKind Kind, string Address)> Unfold()
    {
        var end = Math.Min((long)First.Number + MostAtOnce - 1, Last);
        for (var number = First.Number; number <= end; number++)
            yield return (FetchStepKind.Page, SiteSections.FirstAddress(new RecordId(First.Language, First.Collection, number)));
        if (end < Last)
            yield return (FetchStepKind.Range, new NumberRange(new RecordId(First.Language, First.Collection, (int)end + 1), Last).ToString());
    }
}
