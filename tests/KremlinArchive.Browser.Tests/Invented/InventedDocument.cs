using System.Globalization;

namespace KremlinArchive.Browser.Tests.Invented;

/// <summary>A document that never was, in the site's markup.</summary>
internal sealed record InventedDocument(int Number, string Title, DateTime Published)
{
    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "ru";

    public string Lead { get; init; } = "Вымышленный документ для проверки страниц.";

    public string? Place { get; init; }

    /// <summary>The paragraphs; a speaker stands before a colon in a <c>b</c> element.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = ["Один вымышленный абзац."];

    public IReadOnlyList<(string Key, string Name)> Countries { get; init; } = [];

    public IReadOnlyList<(string Key, string Name)> Topics { get; init; } = [];

    public IReadOnlyList<(string Key, string Name)> Persons { get; init; } = [];

    public string Html
    {
        get
        {
            var host = Language == "ru" ? "http://kremlin.ru" : "http://en.kremlin.ru";
            var address = $"{host}/events/president/news/{Number}";
            var day = Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var words = Published.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(Language));
            return $"""
                <!doctype html>
                <!-- Вымышленная страница: такого документа не было. An invented page. -->
                <html lang="{Language}"> <head> <meta charset="utf-8"/> <title itemprop="name">{Title} • Президент России</title> <meta property="og:title" content="{Title}"/>
                <meta property="og:url" content="{address}"/> <link rel="canonical" href="{address}"/> </head>
                <body> <div class="read" role="complementary" data-href="{address}"> <article class="read__in hentry h-entry" id="event-{Number}"> <div class="read__content"> <div class="read__top"> <div class="width_limiter">
                <h1 class="entry-title p-name" itemprop="name">{Title}</h1> <div class="read__lead entry-summary p-summary" id="read-lead"> <p>{Lead}</p> </div>
                <div class="read__meta"><time class="read__published" datetime="{day}" itemprop="datePublished">{words}</time> <div class="read__time">{Published:HH:mm}</div>{PlaceMarkup}</div> </div> </div>
                <div class="entry-content e-content read__internal_content" itemprop="articleBody">
                {string.Join('\n', Paragraphs.Select(paragraph => $"<p>{paragraph}</p>"))}
                <div class="read__bottommeta hidden-copy"> <div class="width_limiter"> <div class="read__tags masha-ignore"><div class="width_limiter">{TagMarkup("География", "countries", Countries)}{TagMarkup("Темы", "keywords", Topics)}{TagMarkup("Лица", "persons", Persons)}</div></div>
                <div class="read__status masha-ignore"> <div class="width_limiter"> <p>Опубликован в разделе: <a href="/events/president/news">Новости</a></p> <p>Дата публикации: <time datetime="{day}">{words}, {Published:HH:mm}</time></p> </div> </div>
                </div> </div> </div> </div> </article> </div> </body> </html>
                """;
        }
    }

    private string PlaceMarkup => Place is null ? "" : $"""<div class="read__place p-location"><i></i>{Place}</div>""";

    private static string TagMarkup(string title, string catalog, IReadOnlyList<(string Key, string Name)> tags) => tags.Count == 0 ? "" :
        $"""<div class="read__tagscol"><h3>{title}</h3><ul class="read__taglist">{string.Concat(tags.Select(tag => $"""<li class="p-category"><a href="/catalog/{catalog}/{tag.Key}/events" rel="tag">{tag.Name}</a></li>"""))}</ul></div>""";
}
