using System.Globalization;
using System.Text;

namespace KremlinArchive.Benchmarks.Generating;

/// <summary>One invented page in the site's markup. Every third is a transcript; lengths vary as widely as real ones.</summary>
internal static class SyntheticPage
{
    private static readonly DateTime First = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static string Write(int number, bool isRussian, Vocabulary words, int mostParagraphs, Random random)
    {
        var moment = First.AddMinutes(random.NextInt64(26L * 365 * 24 * 60));
        var culture = CultureInfo.GetCultureInfo(isRussian ? "ru-RU" : "en-US");
        var day = moment.ToString(isRussian ? "d MMMM yyyy 'года'" : "MMMM d, yyyy", culture);
        var host = isRussian ? "http://kremlin.ru" : "http://en.kremlin.ru";
        var isTranscript = random.Next(3) == 0;
        var title = words.Sentence(random).TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html><!-- Invented by the archive's generator. --><html lang="{(isRussian ? "ru" : "en")}"><head><meta charset="utf-8"/><title>{title}</title>
            <meta property="og:url" content="{host}/events/president/news/{number}"/><link rel="canonical" href="{host}/events/president/news/{number}"/></head><body>
            <div class="read" data-href="{host}/events/president/news/{number}"><article class="read__in hentry h-entry" id="event-{number}"><div class="read__top">
            <h1 class="entry-title p-name" itemprop="name">{title}</h1><div class="read__lead entry-summary p-summary" id="read-lead">{(random.Next(2) == 0 ? words.Sentence(random) : "")}</div>
            <div class="read__meta"><time class="read__published" datetime="{moment:yyyy-MM-dd}">{day}</time><div class="read__time">{moment:HH:mm}</div>{Place(words, random)}</div></div>
            <div class="entry-content e-content read__internal_content" itemprop="articleBody">{Body(words, mostParagraphs, random, isTranscript)}
            <div class="read__bottommeta hidden-copy">{Tags(words, random, isRussian)}<div class="read__status masha-ignore"><p>{(isRussian ? "Опубликован в разделах:" : "Published in sections:")}
            <a href="/events/president/news">1</a>{(isTranscript ? ", <a href=\"/events/president/transcripts\">2</a>" : "")}</p>
            <p>{(isRussian ? "Дата публикации:" : "Publication date:")} <time datetime="{moment:yyyy-MM-dd}">{day}, {moment:HH:mm}</time></p></div></div></div></article></div></body></html>
            """);
    }

    private static string Place(Vocabulary words, Random random) =>
        random.Next(2) == 0 ? $"""<div class="read__place p-location"><i></i>{words.Name(Zipf(random, 300))}</div>""" : "";

    private static string Body(Vocabulary words, int mostParagraphs, Random random, bool isTranscript)
    {
        var text = new StringBuilder();
        // Half of the real texts have under 1,500 characters, a hundredth over 40,000.
        var paragraphs = Math.Min(1 + (int)(2 / Math.Pow(1 - random.NextDouble(), isTranscript ? 1.1 : 0.6)), mostParagraphs);
        var speakers = Enumerable.Range(0, 4).Select(_ => words.Name(Zipf(random, 500))).ToArray();
        for (var at = 0; at < paragraphs; at++)
        {
            text.Append("<p>");
            if (isTranscript && at > 0 && random.Next(3) == 0)
                text.Append("<b>").Append(speakers[random.Next(speakers.Length)]).Append(":</b> ");
            for (var left = random.Next(1, 6); left > 0; left--)
                text.Append(words.Sentence(random)).Append(' ');
            text.Append("</p>");
        }

        return text.ToString();
    }

    private static string Tags(Vocabulary words, Random random, bool isRussian)
    {
        if (random.Next(2) == 0)
            return "";
        string Column(string heading, string path, int range) => $"""
            <div class="read__tagscol"><h3>{heading}</h3><ul class="read__taglist">{string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Zipf(random, range)).Distinct().Select(key =>
                $"<li><a rel=\"tag\" href=\"/catalog/{path}/{Key(path, key)}/events\">{words.Name(key)}</a></li>"))}</ul></div>
            """;
        return $"""<div class="read__tags masha-ignore">{Column(isRussian ? "География" : "Geography", "countries", 190)}{Column(isRussian ? "Темы" : "Topics", "keywords", 120)}{Column(isRussian ? "Лица" : "Persons", "persons", 900)}</div>""";
    }

    private static string Key(string path, int key) => path == "countries"
        ? $"{(char)('A' + key / 26)}{(char)('A' + key % 26)}"
        : (key + 1).ToString(CultureInfo.InvariantCulture);

    private static int Zipf(Random random, int range) => Math.Min((int)Math.Pow(range, random.NextDouble()), range) - 1;
}
