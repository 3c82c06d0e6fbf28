using System.Text.RegularExpressions;
using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Knows the pages of the site that are not documents, and the pages of servers that are not the site's.</summary>
internal static partial class OtherPage
{
    /// <summary>Why a page that is no document is skipped; null if it is none of the known ones.</summary>
    internal static PageReading? Of(HtmlPage page, string source)
    {
        if (ErrorTitle().IsMatch(DocumentTitle.Of(page)) || (page.Heading is not null && ErrorTitle().IsMatch(BodyText.Line(page.Heading))))
            return null;
        var shown = page.Shown.Append(SourceAddress.Of(source)?.Page ?? SitePage.Article).FirstOrDefault(shown => shown != SitePage.Article, SitePage.Article);
        return (shown, page) switch
        {
            (SitePage.Photos, _) or (_, { IsGallery: true }) => Skip("a gallery of an item's photographs"),
            (SitePage.Videos, _) => Skip("a player of an item's videos"),
            (SitePage.Part, _) => Skip("a later part of a long act; the act's /print page holds all of it"),
            (SitePage.List, _) or (_, { IsList: true }) => Skip("a list of items"),
            (SitePage.Catalogue, _) => Skip("a page of the catalogue"),
            (SitePage.Search, _) => Skip("a page of the site's search"),
            (SitePage.Feed, _) => Skip("a feed's page for readers"),
            (SitePage.Home, _) => Skip("the site's front page"),
            (SitePage.Other, _) => Skip("a page of the site that is not a document"),
            _ => null,
        };
    }

    /// <summary>Why a page of no known layout cannot be read.</summary>
    internal static string Unknown(HtmlPage page)
    {
        var title = DocumentTitle.Of(page);
        if (title.Length == 0)
            title = BodyText.Line(page.Heading);
        if (ErrorTitle().IsMatch(title) || ErrorTitle().IsMatch(BodyText.Line(page.Heading)))
            return $"The page is a server's error page: \"{title}\".";
        return title.Length == 0
            ? "The page is in no known layout and has no title."
            : $"The page, \"{title}\", is in no known layout: it has neither an article nor an act nor a copy's text area.";
    }

    private static PageReading.Skipped Skip(string what) => new($"This is {what}, not a document.");

    [GeneratedRegex(@"^\s*(?:(?:Error|Ошибка|HTTP)?\s*[45]\d\d\b|Error\b|Ошибка\b|Not Found|Forbidden|Access (?:is )?denied|Доступ (?:запрещ|ограничен)|Страница не найдена|Page not found|Bad Gateway|"
        + @"Service (?:Temporarily )?Unavailable|Gateway Time|Too Many Requests|Internal Server Error|Just a moment|Attention Required|DDoS|Проверка браузера|Сайт временно недоступен)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorTitle();
}
