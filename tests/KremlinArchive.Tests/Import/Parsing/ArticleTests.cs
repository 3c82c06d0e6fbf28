using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Import.Parsing;

public sealed class ArticleTests
{
    private const string Tags = """
        <div class="read__tagscol"> <h3>География</h3> <ul class="read__taglist"><li><a href="/catalog/countries/UZ/events" rel="tag"><i></i>Узбекистан</a></li>
        <li><a href="/catalog/regions/MOW/events" rel="tag"><i></i>Москва</a></li></ul> </div>
        <div class="read__tagscol"> <h3>Темы</h3> <ul class="read__taglist"><li class="p-category"> <a href="/catalog/keywords/82/events" rel="tag"><i></i>Внешняя политика </a> </li></ul> </div>
        <div class="read__tagscol"> <h3>Лица</h3> <ul class="read__taglist"> <li> <a href="/catalog/persons/109/events" rel="tag"><i></i>Выдуманный Иван</a> </li>
        <li> <a href="/catalog/persons/208/biography" rel="tag"><i></i>Сочинённая Анна</a> </li></ul> </div>
        """;

    [Fact]
    public void ARussianPageGivesEveryField()
    {
        var record = (InventedPage.Russian with
        {
            Path = "/events/president/news/900000102",
            Title = "Встреча с&nbsp;Иваном Выдуманным",
            Lead = "Обсуждались во\u00ADпросы,\nкоторых не\u00A0было.",
            Meta = """<time class="read__published" datetime="2025-05-07">7 мая 2025 года</time> <div class="read__time">18:35</div> <div class="read__place p-location"><i></i>Москва, Кремль</div>""",
            Body = "<p>Первый абзац.</p>",
            Tags = Tags,
            Status = """<p>Опубликован в&nbsp;разделах: <a href="/events/president/news">Новости</a>, <a href="/events/president/transcripts">Стенограммы</a></p> <p>Дата публикации: <time datetime="2025-05-07">7 мая 2025 года, 18:35</time></p>""",
            Updated = """<div class="read__updated">Последнее обновление <time datetime="2025-05-08">8 мая 2025 года, 09:10</time></div>""",
        }).Record();

        Assert.Equal("ru/events/900000102", record.Id.ToString());
        Assert.Equal("http://kremlin.ru/events/president/news/900000102", record.Address);
        Assert.Equal("Встреча с Иваном Выдуманным", record.Title);
        Assert.Equal("Обсуждались вопросы, которых не было.", record.Lead);
        Assert.Equal("2025-05-07T18:35:00+03:00", record.Published.ToString());
        Assert.Equal("Москва, Кремль", record.Place);
        Assert.Equal(Kind.Meeting, record.Kind);
        Assert.Equal(["/events/president/news", "/events/president/transcripts"], record.Sections);
        Assert.Equal([new Tag("UZ", "Узбекистан")], record.Countries);
        Assert.Equal([new Tag("MOW", "Москва")], record.Regions);
        Assert.Equal([new Tag("82", "Внешняя политика")], record.Topics);
        Assert.Equal([new Tag("109", "Выдуманный Иван"), new Tag("208", "Сочинённая Анна")], record.Persons);
        Assert.Equal("2025-05-08T09:10:00+03:00", record.Updated?.ToString());
        Assert.Null(record.EventDates);
        Assert.Equal("Первый абзац.", Assert.Single(record.Passages).Text);
    }

    [Fact]
    public void WhatThePageDoesNotSayIsNull()
    {
        var record = new InventedPage { Body = "" }.Record();
        Assert.Null(record.Lead);
        Assert.Null(record.Place);
        Assert.Null(record.Updated);
        Assert.Empty(record.Passages);
        Assert.Equal("en/events/900000101", record.Id.ToString());
    }

    [Fact]
    public void MidnightIsNoTime()
    {
        var record = new InventedPage { Meta = """<time class="read__published" datetime="2003-05-01">May 1, 2003</time> <div class="read__time">00:00</div>""" }.Record();
        Assert.Equal("2003-05-01", record.Published.ToString());
    }

    [Theory]
    [InlineData("Announcement, December 14, 2019", "2019-12-14", "2019-12-14")]
    [InlineData("Announcement, April 7 − 8, 2013", "2013-04-07", "2013-04-08")]
    [InlineData("Announcement, November 30 – December 1, 2018", "2018-11-30", "2018-12-01")]
    [InlineData("Announcement, December 30, 2018 − January 2, 2019", "2018-12-30", "2019-01-02")]
    [InlineData("Анонс, 14 декабря 2019 года", "2019-12-14", "2019-12-14")]
    [InlineData("Анонс, 7&nbsp;−&nbsp;8 апреля 2013 года", "2013-04-07", "2013-04-08")]
    [InlineData("Анонс, 30 ноября − 1 декабря 2018 года", "2018-11-30", "2018-12-01")]
    public void AnAnnouncementsEventIsNotItsPublication(string printed, string first, string last)
    {
        var record = new InventedPage
        {
            ArticleClass = "read__in hentry h-entry announce",
            Meta = $"""<div class="announce_date"> <div class="width_limiter">{printed}</div></div>""",
            Status = """<p>Publication date: <time datetime="2012-12-10">December 10, 2012, 16:00</time></p>""",
        }.Record();

        Assert.Equal(Kind.Announcement, record.Kind);
        Assert.Equal(new DaySpan(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), record.EventDates);
        Assert.Equal("2012-12-10T16:00:00+04:00", record.Published.ToString());
    }

    [Fact]
    public void APrintPageIsTheSameArticleInItsForm()
    {
        var page = new InventedPage { Suffix = "/print" };
        var documents = Assert.IsType<PageReading.Documents>(InventedPage.Read(page.Html));
        Assert.Equal(CaptureForm.Print, documents.Form);
        Assert.Equal("http://en.kremlin.ru/events/president/news/900000101", documents.Records[0].Address);
    }

    [Fact]
    public void APageOutOfTheWebArchiveIsThePageItself()
    {
        var page = new InventedPage { Tags = Tags };
        var wrapped = page.Html.Replace("href=\"/", "href=\"/web/20210101000000/http://en.kremlin.ru/", StringComparison.Ordinal)
            .Replace("\"http://en.kremlin.ru/events", "\"https://web.archive.org/web/20210101000000/http://en.kremlin.ru/events", StringComparison.Ordinal);
        var record = InventedPage.Record(wrapped);
        Assert.Equal("en/events/900000101", record.Id.ToString());
        Assert.Equal("UZ", Assert.Single(record.Countries).Key);
        Assert.Equal(["/events/president/news"], record.Sections);
    }

    [Fact]
    public void BoxesBecomeRelatedLinks()
    {
        var record = new InventedPage
        {
            Body = """
                <p>Text.</p><div class="read__cut masha-ignore"> <div class="cut"> <h3 class="cut__title">See also</h3> <div class="cut__description">
                <a href="/events/president/news/1" class="cut__item">An earlier meeting</a> <div class="cut__date">June 21, 2017</div>
                <a href="http://static.kremlin.ru/a.pdf" download="a.pdf" class="cut__item">A concept</a> <a href="http://static.kremlin.ru/a.pdf" class="cut__meta"><span class="file_format">pdf,</span> 97 kB</a>
                </div> </div> </div><p>More.</p>
                """,
        }.Record();

        Assert.Equal([new RelatedLink("An earlier meeting", "http://en.kremlin.ru/events/president/news/1"), new RelatedLink("A concept", "http://static.kremlin.ru/a.pdf")], record.Related);
        Assert.Equal(["Text.", "More."], record.Passages.Select(passage => passage.Text));
    }

    [Fact]
    public void TheNumberComesFromTheSourceWhereThePageHasNoAddress()
    {
        var html = System.Text.RegularExpressions.Regex.Replace(new InventedPage().Html, "<meta property=\"og:url\"[^>]*>|<link rel=\"canonical\"[^>]*>|data-href=\"[^\"]*\"", "");
        Assert.Equal("ru/events/42", InventedPage.Record(html, "pages.zip!site/kremlin.ru/events/president/news/42.html").Id.ToString());
        Assert.Contains("which item it is", InventedPage.Refusal(html, "42.html"), StringComparison.Ordinal);
    }
}
