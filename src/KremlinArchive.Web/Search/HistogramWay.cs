using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Web.Search;

/// <summary>Where one can go from a histogram besides its bars: to the spans that this one is part of, and to the one before and after.</summary>
internal sealed record HistogramWay
{
    /// <summary>From the longest span to the one asked for, which is no link.</summary>
    public IReadOnlyList<HistogramStep> Longer { get; private init; } = [];

    /// <summary>The year or month before the one drawn; null where nothing matches before it or more than one is drawn.</summary>
    public HistogramStep? Earlier { get; private init; }

    /// <summary>The year or month after the one drawn; null where nothing matches after it or more than one is drawn.</summary>
    public HistogramStep? Later { get; private init; }

    /// <summary>True if there is anywhere to go: some dates are asked for and less than all years are drawn.</summary>
    public bool IsShown => Longer.Count > 1;

    /// <param name="request">What is asked for.</param>
    /// <param name="histogram">What is drawn.</param>
    /// <param name="all">The word for all years.</param>
    public static HistogramWay Of(SearchRequest request, Histogram histogram, string all)
    {
        if (histogram.Unit == HistogramUnit.Year || histogram.Bars.Count == 0 || !HasDates(request))
            return new HistogramWay();
        var (first, last) = (histogram.Bars[0].Period.First, histogram.Bars[^1].Period.Last);
        var (isOfYear, isOfMonth) = (first.Year == last.Year, first.Year == last.Year && first.Month == last.Month);
        var steps = new List<HistogramStep> { new(all, Without(request)) };
        if (isOfYear)
            steps.Add(Step(request, PartialDate.Year(first.Year)));
        if (isOfMonth)
            steps.Add(Step(request, PartialDate.Month(first.Year, first.Month)));
        if (steps[^1].Request is not null && request.From is { } from && request.To is { } to)
            steps.Add(new HistogramStep(ConstraintChip.Whole(from.First, to.Last) ?? $"{from.First:dd.MM.yyyy}–{to.Last:dd.MM.yyyy}", null));
        return new HistogramWay
        {
            Longer = steps,
            Earlier = histogram.Before > 0 && first > DateOnly.MinValue ? Beside(request, histogram.Unit, isOfYear, isOfMonth, first.AddDays(-1)) : null,
            Later = histogram.After > 0 && last < DateOnly.MaxValue ? Beside(request, histogram.Unit, isOfYear, isOfMonth, last.AddDays(1)) : null,
        };
    }

    /// <summary>The request for one period alone, at its first page.</summary>
    public static SearchRequest Only(SearchRequest request, PartialDate period) => Without(request) with { From = period, To = period };

    private static SearchRequest Without(SearchRequest request) => request with
    {
        From = null,
        To = null,
        Constraints = [.. request.Constraints.Where(constraint => constraint.Facet != Facet.Year || constraint.IsExclusion)],
        Page = 1,
    };

    private static bool HasDates(SearchRequest request) =>
        (request.From ?? request.To) is not null || request.Constraints.Any(constraint => constraint is { Facet: Facet.Year, IsExclusion: false });

    /// <summary>The step to a span; no link where exactly it is asked for.</summary>
    private static HistogramStep Step(SearchRequest request, PartialDate period) =>
        new(Period.Name(period), request.From?.First == period.First && request.To?.Last == period.Last ? null : Only(request, period));

    private static HistogramStep? Beside(SearchRequest request, HistogramUnit unit, bool isOfYear, bool isOfMonth, DateOnly day) => (unit, isOfYear, isOfMonth) switch
    {
        (HistogramUnit.Month, true, _) => Link(request, PartialDate.Year(day.Year)),
        (HistogramUnit.Day, _, true) => Link(request, PartialDate.Month(day.Year, day.Month)),
        _ => null,
    };

    private static HistogramStep Link(SearchRequest request, PartialDate period) => new(Period.Name(period), Only(request, period));
}

/// <summary>A span that one can go to.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Request">The search for it; null where it is the present one.</param>
internal sealed record HistogramStep(string Label, SearchRequest? Request);
