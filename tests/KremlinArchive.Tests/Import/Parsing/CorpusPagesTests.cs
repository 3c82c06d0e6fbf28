using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Parsing;

[Collection(nameof(CorpusCollection))]
public sealed class CorpusPagesTests(CorpusReading corpus)
{
    [Fact]
    public void NoneIsLost()
    {
        Assert.Empty(corpus.Pages.NotRead);
        Assert.Equal(5785, corpus.Pages.Records.Count);
        Assert.All(corpus.Pages.Records, pair => Assert.Equal($"en/events/{pair.Key}", pair.Value.Id.ToString()));
    }

    [Fact]
    public void FieldsEqualTheIndex()
    {
        var pages = corpus.Pages.Records;
        var differences = CorpusIndex.Read(Corpus.Need("pages", "INDEX.csv")).Values.SelectMany(row => Differences(row, pages[row["id"]])).ToList();

        // Four leads differ: of two paragraphs, which the index joined without a space.
        Assert.True(differences.Count <= 5, string.Join('\n', differences));
    }

    [Fact]
    public void TextsEqualTheBodiesByAnIndependentLook()
    {
        var differences = corpus.Pages.Differences;
        var share = 1 - ((double)differences.Count / corpus.Pages.Records.Count);
        Assert.True(share >= 0.995, $"{share:P2}\n" + string.Join('\n', differences.Take(20).Select(pair => $"{pair.Key}: {pair.Value}")));
    }

    [Fact]
    public void TurnsHaveSpeakers()
    {
        var transcripts = corpus.Pages.Records.Values.Where(record => record.Sections.Contains("/events/president/transcripts")).ToList();
        Assert.True(transcripts.Count(record => record.Passages.Any(passage => passage.Speaker is not null)) > 0.8 * transcripts.Count);
        Assert.True(corpus.Pages.Records.Values.SelectMany(record => record.Passages).Count(passage => passage.Speaker is not null) > 41_000);
        var announced = corpus.Pages.Records.Values.Where(record => record.EventDates is not null).ToList();
        Assert.All(announced, record => Assert.All(record.Passages, passage => Assert.Null(passage.Speaker)));
    }

    [Fact]
    public void KindsAreAsAReaderJudgesThem()
    {
        var judged = File.ReadLines(Path.Combine(Repository.Root, "tests", "KremlinArchive.Tests", "Import", "Parsing", "kind-judgements.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var wrong = judged.Where(line => corpus.Pages.Records[line[0].Split('/')[2]].Kind.Key() != line[1]).ToList();
        Assert.True(judged.Count >= 260);
        Assert.True(wrong.Count <= 0.06 * judged.Count, string.Join('\n', wrong.Select(line => string.Join(' ', line))));

        var news = corpus.Pages.Records.Values.Count(record => record.Kind == Kind.News);
        Assert.True(news < 0.15 * corpus.Pages.Records.Count, $"{news} pages are of no kind.");
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> row, ArchiveRecord record)
    {
        var isAnnouncement = row["announcement"] == "1";
        var (printed, time) = isAnnouncement ? Moment(row["pub_datetime_text"]) : (row["date"], row["time"]);
        (string Field, string Expected, string Actual)[] fields =
        [
            ("title", row["title"], record.Title),
            ("lead", row["lead"], record.Lead ?? ""),
            ("place", row["place"], record.Place ?? ""),
            ("date", printed, record.Published.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("time", time == "00:00" ? "" : time, record.Published.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? ""),
            ("sections", row["sections"], string.Join(';', record.Sections)),
            ("countries", row["countries"], string.Join(';', record.Countries.Select(tag => tag.Key))),
            ("topics", row["topics"], string.Join(';', record.Topics.Select(tag => tag.Key))),
            ("regions", row["regions"], string.Join(';', record.Regions.Select(tag => tag.Key))),
            ("announcement", isAnnouncement.ToString(), (record.EventDates is not null).ToString()),
            ("last edit", row["last_updated_text"], record.Updated is { } updated ? Printed(updated) : ""),
        ];
        return fields.Where(field => field.Expected != field.Actual).Select(field => $"{row["id"]} {field.Field}: \"{field.Expected}\" read as \"{field.Actual}\"");
    }

    private static (string Date, string Time) Moment(string text)
    {
        var moment = DateTime.Parse(text, CultureInfo.GetCultureInfo("en-US"));
        return (moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), moment.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private static string Printed(PrintedTime time) => (time.SortInstant.DateTime).ToString("MMMM d, yyyy, HH:mm", CultureInfo.InvariantCulture);
}
