using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Import.Parsing;

public sealed class OtherFormsTests
{
    private const string Copy = """

        Встреча с Анной Выдуманной


        2021-12-07 20:15:00

        Сочи

        Состоялась беседа, которой не было.

        Первый абзац.
        А.Выдуманная: Второй абзац.



        http://kremlin.ru/events/president/news/copy/900000103
        """;

    private const string Law = """
        <html lang="ru"> <head> <title>Федеральный закон от 15.08.1996 г. № 0-ФЗ</title> </head> <body> <pre id="special_pre" class="special_pre">
        <p> </p><h4>ФЕДЕРАЛЬНЫЙ ЗАКОН</h4><p>Статья 1.    Ничего не менять.</p><p>Президент               В.Выдуманный</p>
        </pre> </body> </html>
        """;

    [Fact]
    public void ATextCopyGivesItsFields()
    {
        var documents = Assert.IsType<PageReading.Documents>(InventedPage.Read(Copy));
        Assert.Equal(CaptureForm.Text, documents.Form);
        var record = documents.Records[0];
        Assert.Equal("ru/events/900000103", record.Id.ToString());
        Assert.Equal("http://kremlin.ru/events/president/news/900000103", record.Address);
        Assert.Equal("Встреча с Анной Выдуманной", record.Title);
        Assert.Equal("2021-12-07T20:15:00+03:00", record.Published.ToString());
        Assert.Equal("Сочи", record.Place);
        Assert.Equal("Состоялась беседа, которой не было.", record.Lead);
        Assert.Equal(["Первый абзац.", "А.Выдуманная | Второй абзац."], record.Passages.Select(InventedPage.Show));
    }

    [Theory]
    [InlineData("Text alone.", null, null, 1)]
    [InlineData("The Kremlin, Moscow\n\nText.", "The Kremlin, Moscow", null, 1)]
    [InlineData("A lead that ends in a stop.\n\nText.", null, "A lead that ends in a stop.", 1)]
    [InlineData("Sochi\n\nA lead.\n\nOne.\nTwo.", "Sochi", "A lead.", 2)]
    [InlineData("Sochi\n\nA lead.\n\nOne.\n\nTwo.", "Sochi", "A lead.", 2)]
    public void PlaceAndLeadMayBeAbsent(string content, string? place, string? lead, int passages)
    {
        var record = InventedPage.Record($"A title\n\n2021-12-07 00:00:00\n\n{content}\n\nhttp://en.kremlin.ru/events/president/news/copy/900000104\n");
        Assert.Equal(place, record.Place);
        Assert.Equal(lead, record.Lead);
        Assert.Equal(passages, record.Passages.Count);
        Assert.Equal("2021-12-07", record.Published.ToString());
        Assert.Equal(Language.English, record.Id.Language);
    }

    [Theory]
    [InlineData("7 декабря 2021 года, 20:15", "2021-12-07T20:15:00+03:00")]
    [InlineData("December 7, 2021, 20:15", "2021-12-07T20:15:00+03:00")]
    [InlineData("7 декабря 2021 года", "2021-12-07")]
    public void ACopyMayPrintItsDateInWords(string date, string expected) =>
        Assert.Equal(expected, InventedPage.Record($"A title\n\n{date}\n\nText.\n\nhttp://kremlin.ru/events/president/news/copy/900000104\n").Published.ToString());

    [Fact]
    public void ACopyPageIsReadFromItsTextArea()
    {
        var html = $"<html><head><title>x</title></head><body><textarea id=\"special_textarea\">{Copy.Replace("<", "&lt;", StringComparison.Ordinal)}</textarea></body></html>";
        var documents = Assert.IsType<PageReading.Documents>(InventedPage.Read(html));
        Assert.Equal(CaptureForm.Copy, documents.Form);
        Assert.Equal("ru/events/900000103", documents.Records[0].Id.ToString());
        Assert.Equal(2, documents.Records[0].Passages.Count);
    }

    [Fact]
    public void AnActsPrintPageTakesItsNumberFromThePath()
    {
        var documents = Assert.IsType<PageReading.Documents>(InventedPage.Read(Law, "/somewhere/kremlin.ru/acts/bank/900000105/print.html"));
        Assert.Equal(CaptureForm.Print, documents.Form);
        var record = documents.Records[0];
        Assert.Equal("ru/acts/900000105", record.Id.ToString());
        Assert.Equal("http://kremlin.ru/acts/bank/900000105", record.Address);
        Assert.Equal("1996-08-15", record.Published.ToString());
        Assert.Equal(Kind.Law, record.Kind);
        Assert.Equal(["ФЕДЕРАЛЬНЫЙ ЗАКОН", "Статья 1. Ничего не менять.", "Президент В.Выдуманный"], record.Passages.Select(passage => passage.Text));
    }

    [Fact]
    public void AnActWithoutANumberSaysWhatToDo() =>
        Assert.Contains("kremlin.ru/acts/bank/", InventedPage.Refusal(Law, "law.html"), StringComparison.Ordinal);

    [Fact]
    public void AnActOfFixedWidthIsPutBackIntoParagraphs()
    {
        var html = """
            <html lang="ru"><head><title>Указ от 15.03.2002 г. № 0</title><link rel="canonical" href="http://kremlin.ru/acts/bank/900000106"></head><body><pre id="special_pre">
                                 У К А З

                 1. Внести  в  &amp;#34;состав&amp;#34;
            изменения.
                 2. Ничего не
            менять.
            </pre></body></html>
            """;
        Assert.Equal(["У К А З", "1. Внести в \"состав\" изменения.", "2. Ничего не менять."], InventedPage.Record(html).Passages.Select(passage => passage.Text));
    }

    [Fact]
    public void AnActsPageIsReadAndItsPartsAreNot()
    {
        static string Page(string address, string pager) => $"""
            <html lang="ru"><head><title>Указ</title><link rel="canonical" href="http://kremlin.ru{address}"></head><body><h1>Указ Президента от 15.03.2002 г. № 0</h1>
            <div class="read__lead">О пустяках</div><div class="reader_act_body"><p>Текст.</p></div>{pager}</body></html>
            """;
        var whole = InventedPage.Record(Page("/acts/bank/900000107", ""));
        Assert.Equal(("О пустяках", Kind.Decree), (whole.Lead, whole.Kind));
        Assert.Contains("/acts/bank/900000107/print", InventedPage.Refusal(Page("/acts/bank/900000107", "<a href=\"/acts/bank/900000107/page/2\">Показать следующую страницу документа</a>")), StringComparison.Ordinal);
        Assert.IsType<PageReading.Skipped>(InventedPage.Read(Page("/acts/bank/900000107/page/2", "")));
    }

    [Fact]
    public void AnOldActsTextIsInABarePre()
    {
        var html = "<html><head><title>Указ</title><link rel=\"canonical\" href=\"http://kremlin.ru/acts/bank/900000113\"></head><body><h1>Указ от 15.03.2002 г. № 0</h1><pre class=\"x\">     Текст\nуказа.</pre></body></html>";
        Assert.Equal("Текст указа.", Assert.Single(InventedPage.Record(html).Passages).Text);
    }

    [Fact]
    public void ASupplementIsADocumentOfItsCollection()
    {
        var page = new InventedPage { Path = "/supplement/900000108", Title = "List of participants" };
        Assert.Equal("en/supplement/900000108", page.Record().Id.ToString());
        var bare = page.Html.Replace("<article", "<section", StringComparison.Ordinal).Replace("</article", "</section", StringComparison.Ordinal);
        Assert.Equal("en/supplement/900000108", InventedPage.Record(bare).Id.ToString());
    }

    [Theory]
    [InlineData("site/kremlin.ru/robots.txt", "User-agent: *\nDisallow: /search\n")]
    [InlineData("x.html", "<html><head><link rel='canonical' href='http://kremlin.ru/events/president/news/1/videos'></head><body><article></article></body></html>")]
    [InlineData("x.html", "<html><head><link rel='canonical' href='http://kremlin.ru/events/president/news/1'></head><body><h1>T</h1><div class='read__internal_content'><ul class='photoset__list'></ul></div></body></html>")]
    [InlineData("x.html", "<html><head><title>News</title></head><body><div class='entry-content lister-page'></div></body></html>")]
    [InlineData("x.html", "<html><head><link rel='canonical' href='http://kremlin.ru/catalog/persons/1/events'></head><body></body></html>")]
    [InlineData("x.html", "<html><head><link rel='canonical' href='http://kremlin.ru/search'></head><body></body></html>")]
    [InlineData("x.html", "<html><head><link rel='canonical' href='http://kremlin.ru/'></head><body></body></html>")]
    [InlineData("site/kremlin.ru/structure/president.html", "<html><head><title>Structure</title></head><body><h1>Structure</h1></body></html>")]
    [InlineData("site/kremlin.ru/events/president/news/by-date/01.02.2020.html", "<html><head><title>News</title></head><body></body></html>")]
    public void KnownPagesThatAreNoDocumentsAreSkipped(string source, string html)
    {
        var skipped = Assert.IsType<PageReading.Skipped>(InventedPage.Read(Encoding.UTF8.GetBytes(html), source));
        Assert.EndsWith("not a document.", skipped.Reason, StringComparison.Ordinal);
    }
}
