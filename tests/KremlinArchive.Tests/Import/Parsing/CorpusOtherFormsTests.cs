using KremlinArchive.Import.Parsing;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Parsing;

[Collection(nameof(CorpusCollection))]
public sealed class CorpusOtherFormsTests(CorpusReading corpus)
{
    private static readonly PageReader Reader = new();

    [Fact]
    public void TheSeedIsReadExactly()
    {
        var path = Corpus.Need("seed", "67315.txt");
        var record = Assert.Single(Assert.IsType<PageReading.Documents>(Read(path)).Records);
        var lines = File.ReadAllLines(path).Select(line => line.Replace('\u00A0', ' ').Trim()).Where(line => line.Length > 0).ToList();
        Assert.Equal("ru/events/67315", record.Id.ToString());
        Assert.Equal(lines[0], record.Title);
        Assert.Equal("2021-12-07T20:15:00+03:00", record.Published.ToString());
        Assert.Equal("Сочи", record.Place);
        Assert.Equal(lines[3], record.Lead);
        Assert.Equal(lines[4..^1], record.Passages.Select(passage => passage.Text));
        Assert.Equal(Kind.VideoCall, record.Kind);
    }

    [Fact]
    public void EveryRussianCopyIsRead()
    {
        var files = Directory.GetFiles(Corpus.Need("texts-ru", "copies"), "*.txt");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var record = Assert.Single(Assert.IsType<PageReading.Documents>(Read(file)).Records);
            Assert.Equal($"ru/events/{Path.GetFileNameWithoutExtension(file)}", record.Id.ToString());
            AssertSameText(File.ReadAllText(file), record);
        }
    }

    [Fact]
    public void AFeedsEntryHasTheTextOfThePage()
    {
        var feed = Assert.IsType<PageReading.Documents>(Read(Corpus.Need("feeds", "en-events-president-news-feed-2020-08-28.xml")));
        Assert.Empty(feed.Damage);
        Assert.Equal(20, feed.Records.Count);
        var pairs = feed.Records.Where(entry => corpus.Pages.Records.ContainsKey(Number(entry))).Select(entry => (entry, page: corpus.Pages.Records[Number(entry)])).ToList();
        Assert.True(pairs.Count >= 10);
        foreach (var (entry, page) in pairs)
        {
            Assert.Equal((page.Title, page.Lead, page.Published, page.Kind), (entry.Title, entry.Lead, entry.Published, entry.Kind));
            Assert.Equal(page.Passages, entry.Passages);
        }
    }

    [Fact]
    public void WhiteSpaceDoesNotMatterInAFeed()
    {
        // The second file was saved two days after the first; the entries that both hold were only indented anew.
        var (first, second) = (Feed("en-events-all-feed-2018-01-08.xml"), Feed("en-events-all-feed-2018-01-10-ide-reformatted.xml"));
        var both = first.Join(second, entry => entry.Id, entry => entry.Id, (one, other) => (one, other)).ToList();
        Assert.NotEmpty(both);
        Assert.All(both, pair => Assert.Equal((pair.one.Title, pair.one.Lead, pair.one.Published), (pair.other.Title, pair.other.Lead, pair.other.Published)));
        Assert.All(both, pair => Assert.Equal(pair.one.Passages, pair.other.Passages));
    }

    [Fact]
    public void TheLawIsReadFromItsPrintPage()
    {
        var record = Assert.Single(Assert.IsType<PageReading.Documents>(Read(Corpus.Need("pages", "kremlin.ru", "acts", "bank", "9895", "print.html"))).Records);
        Assert.Equal(("ru/acts/9895", "1996-08-15", Kind.Law), (record.Id.ToString(), record.Published.ToString(), record.Kind));
        Assert.Equal("РОССИЙСКАЯ ФЕДЕРАЦИЯ", record.Passages[0].Text);
        Assert.Equal("№ 114-ФЗ", record.Passages[^1].Text);
        Assert.True(record.Passages.Count > 300);
    }

    [Fact]
    public void PrintPagesGiveTheRecordOfThePage()
    {
        var files = Directory.GetFiles(Corpus.Need("pages", "en.kremlin.ru"), "print.html", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var documents = Assert.IsType<PageReading.Documents>(Read(file));
            Assert.Equal(CaptureForm.Print, documents.Form);
            if (corpus.Pages.Records.TryGetValue(Number(documents.Records[0]), out var page))
                Assert.Equal((page.Title, page.Address, page.Passages.Count), (documents.Records[0].Title, documents.Records[0].Address, documents.Records[0].Passages.Count));
        }
    }

    [Theory]
    [InlineData("photos.html")]
    [InlineData("videos.html")]
    [InlineData("robots.txt")]
    [InlineData("by-date")]
    [InlineData("page")]
    public void OtherPagesAreSkipped(string name)
    {
        var files = Directory.GetFiles(Corpus.Need("pages", "en.kremlin.ru"), "*", SearchOption.AllDirectories)
            .Where(file => file.Split(Path.DirectorySeparatorChar).TakeLast(2).Contains(name)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.IsType<PageReading.Skipped>(Read(file)));
    }

    [Fact]
    public void ALoneTextInWindows1251HasNoLayout() =>
        Assert.Contains("no known layout", Assert.IsType<PageReading.Unreadable>(Read(Corpus.Need("texts-ru", "cp1251", "putin.txt"))).Reason, StringComparison.Ordinal);

    private static PageReading Read(string path) => Reader.Read(Capture.Of(path, File.ReadAllBytes(path)));

    private static IReadOnlyList<ArchiveRecord> Feed(string name) => Assert.IsType<PageReading.Documents>(Read(Corpus.Need("feeds", name))).Records;

    private static string Number(ArchiveRecord record) => record.Id.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>After title, date, place and lead, the copy's lines before its address are the passages, each with its label or in a turn begun before.</summary>
    private static void AssertSameText(string copy, ArchiveRecord record)
    {
        var lines = copy.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[..^1];
        var head = 2 + (record.Place is null ? 0 : 1) + (record.Lead is null ? 0 : 1);
        Assert.Equal(lines.Length - head, record.Passages.Count);
        foreach (var (line, passage) in lines.Skip(head).Zip(record.Passages))
            Assert.Contains(BodyByPattern.Signs(line), new[] { BodyByPattern.Signs(passage.Text), BodyByPattern.Signs(passage.Speaker + passage.Text) });
    }
}
