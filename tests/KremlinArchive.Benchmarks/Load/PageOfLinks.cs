using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>Where a page leads, as far as a reader of results clicks.</summary>
internal sealed partial class PageOfLinks
{
    private readonly List<string> links;

    public PageOfLinks(string page, EntityTagHeaderValue? tag)
    {
        Tag = tag;
        links = [.. Href().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What to ask by whether the page is still good.</summary>
    public EntityTagHeaderValue? Tag { get; }

    /// <summary>The documents found.</summary>
    public IReadOnlyList<string> Documents => [.. links.Where(link => Document().IsMatch(link))];

    /// <summary>The next page of results, or any other where there is one.</summary>
    public IReadOnlyList<string> Pages => [.. links.Where(link => link.StartsWith("/?", StringComparison.Ordinal) && link.Contains("page=", StringComparison.Ordinal))];

    /// <summary>The same search, narrowed or widened.</summary>
    public IReadOnlyList<string> Facets => [.. links.Where(link => Facet().IsMatch(link) && !link.Contains("page=", StringComparison.Ordinal))];

    /// <summary>The style sheets, scripts and pictures that a browser loads with the page; fonts are loaded by a style sheet.</summary>
    public static IReadOnlyList<string> Files(string page) =>
        [.. File().Matches(page).Select(match => "/" + WebUtility.HtmlDecode(match.Groups[1].Value).TrimStart('/')).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("""<a [^>]*href="([^"]+)""")]
    private static partial Regex Href();

    [GeneratedRegex("^/(ru|en)/(events|acts|supplement)/[0-9]+")]
    private static partial Regex Document();

    [GeneratedRegex(@"^/\?(.*&)?(year|kind|place|person|country|topic|lang)=")]
    private static partial Regex Facet();

    [GeneratedRegex("""<(?:link [^>]*rel="(?:stylesheet|icon|modulepreload)"[^>]*href|script [^>]*src|img [^>]*src)="([^"]+)""")]
    private static partial Regex File();
}
