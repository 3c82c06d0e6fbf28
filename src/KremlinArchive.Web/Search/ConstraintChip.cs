using System.Globalization;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Search;

/// <summary>One thing that narrows a search, and the search without it.</summary>
/// <param name="Label">What readers see: «место: Сочи».</param>
/// <param name="Without">The request without it.</param>
internal sealed record ConstraintChip(string Label, SearchRequest Without)
{
    /// <summary>Everything that narrows a request but its words: the dates, then the chosen values in their order.</summary>
    /// <param name="request">The request.</param>
    /// <param name="labels">The names of its values.</param>
    /// <param name="words">The interface's words.</param>
    public static IReadOnlyList<ConstraintChip> Of(
        SearchRequest request, IReadOnlyDictionary<FacetConstraint, string> labels, IStringLocalizer<Words> words)
    {
        var chips = new List<ConstraintChip>();
        if (DatesOf(request, words) is { } dates)
            chips.Add(new ConstraintChip(dates, request with { From = null, To = null, Page = 1 }));
        foreach (var constraint in request.Constraints)
        {
            var value = FacetWords.Label(constraint, labels, words);
            var named = $"{words[$"facet.{constraint.Facet.Name()}"].Value.ToLowerInvariant()}: {value}";
            chips.Add(new ConstraintChip(constraint.IsExclusion ? words["search.not", value] : named, request.Without(constraint)));
        }

        return chips;
    }

    private static string? DatesOf(SearchRequest request, IStringLocalizer<Words> words) => (request.From, request.To) switch
    {
        (null, null) => null,
        ({ } from, null) => words["constraint.from", from.First.Long()],
        (null, { } to) => words["constraint.to", to.Last.Long()],
        ({ } from, { } to) => Whole(from.First, to.Last) ?? words["constraint.dates", from.First.Long(), to.Last.Long()],
    };

    /// <summary>A day, a month, a year or several years in as few words as they need; null for any other span.</summary>
    public static string? Whole(DateOnly first, DateOnly last)
    {
        if (first == last)
            return first.Long();
        if (first.Day != 1 || last.Day != DateTime.DaysInMonth(last.Year, last.Month))
            return null;
        if (first.Year == last.Year && first.Month == last.Month)
            return first.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
        if (first.Month != 1 || last.Month != 12)
            return null;
        return first.Year == last.Year ? $"{first.Year}" : $"{first.Year}–{last.Year}";
    }
}
