using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>What somebody wants to be fetched.</summary>
public sealed record FetchOrder
{
    private const int MostNamed = 3;

    private FetchOrder(FetchTerms terms, IReadOnlyList<(FetchStepKind Kind, string Address)> steps)
    {
        Terms = terms;
        Steps = steps;
    }

    public FetchTerms Terms { get; }

    /// <summary>What is asked for first, in this order; what follows is known when that has come.</summary>
    public IReadOnlyList<(FetchStepKind Kind, string Address)> Steps { get; }

    /// <summary>Pages by their addresses, ready to be asked for.</summary>
    public static FetchOrder Addresses(IReadOnlyList<string> addresses) => new(
        new FetchTerms(string.Join(", ", addresses.Take(MostNamed)) + (addresses.Count > MostNamed ? $" … ({addresses.Count})" : ""), null, null, FetchScope.All),
        [.. addresses.Select(address => (FetchStepKind.Page, address))]);

    /// <summary>All documents of a language between two Moscow days, the newest first.</summary>
    public static FetchOrder Feed(Language language, DateOnly? from, DateOnly? to) =>
        new(new FetchTerms($"feed {language.Code()}{Days(from, to)}", from, to, FetchScope.All), [(FetchStepKind.Feed, FeedOf(language))]);

    /// <summary>All numbers of a range.</summary>
    public static FetchOrder Range(NumberRange range) => new(new FetchTerms(range.ToString(), null, null, FetchScope.All), [(FetchStepKind.Range, range.ToString())]);

    /// <summary>What a list names: on that page or, with a first day, on the pages after it, too.</summary>
    public static FetchOrder List(string address, DateOnly? from, DateOnly? to) =>
        new(new FetchTerms($"list {address}{Days(from, to)}", from, to, FetchScope.All), [(FetchStepKind.List, address)]);

    /// <summary>Documents of some days that the site names and the archive does not hold.</summary>
    public static FetchOrder Gaps(Language language, DaySpan days, IReadOnlyList<string> addresses) => new(
        new FetchTerms(string.Create(CultureInfo.InvariantCulture, $"gaps {language.Code()}{Days(days.First, days.Last)} ({addresses.Count})"), null, null, FetchScope.All),
        [.. addresses.Select(address => (FetchStepKind.Page, address))]);

    /// <summary>What is new in feeds since a day, and pages to be looked at again.</summary>
    internal static FetchOrder Watch(string description, IReadOnlyList<string> feeds, DateOnly from, IReadOnlyList<string> pages) => new(
        new FetchTerms(description, from, null, FetchScope.News),
        [.. feeds.Select(feed => (FetchStepKind.Feed, feed)), .. pages.Select(page => (FetchStepKind.Page, page))]);

    /// <summary>The feed of everything in a language.</summary>
    internal static string FeedOf(Language language) => SiteAddress.Root(language) + "/events/all/feed";

    private static string Days(DateOnly? from, DateOnly? to) =>
        from is null && to is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {from:yyyy-MM-dd}..{to:yyyy-MM-dd}");
}
