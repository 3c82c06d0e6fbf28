using KremlinArchive.Records;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Records;

public sealed class ArrivalTests
{
    private static readonly ArchiveRecord Full = Documents.Record() with
    {
        Lead = "Краткое содержание.",
        Place = "Сочи",
        Sections = ["/events/president/news", "/events/president/transcripts"],
        Persons = [new Tag("281", "Байден Джозеф")],
        Passages = [new Passage(1, "В.Путин", "Добрый «день»."), new Passage(2, "В.Путин", "Начнём — сразу.")],
    };

    [Theory]
    [InlineData(CaptureForm.Page, CaptureForm.Page, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Page, CaptureForm.Print, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Page, CaptureForm.Feed, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Page, CaptureForm.Copy, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Page, CaptureForm.Text, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Print, CaptureForm.Page, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Feed, CaptureForm.Page, ArrivalMeaning.Enrichment)]
    [InlineData(CaptureForm.Feed, CaptureForm.Copy, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Feed, CaptureForm.Feed, ArrivalMeaning.Sighting)]
    [InlineData(CaptureForm.Copy, CaptureForm.Page, ArrivalMeaning.Enrichment)]
    [InlineData(CaptureForm.Copy, CaptureForm.Feed, ArrivalMeaning.Enrichment)]
    [InlineData(CaptureForm.Text, CaptureForm.Page, ArrivalMeaning.Enrichment)]
    [InlineData(CaptureForm.Text, CaptureForm.Text, ArrivalMeaning.Sighting)]
    public void NoPairOfFormsOfOneTextMakesAVersion(CaptureForm held, CaptureForm arrived, ArrivalMeaning expected) =>
        Assert.Equal(expected, Arrival.Judge(As(held), held, As(arrived), arrived).Meaning);

    [Theory]
    [InlineData(CaptureForm.Feed)]
    [InlineData(CaptureForm.Copy)]
    [InlineData(CaptureForm.Text)]
    public void AnEditSeenInAPoorerFormKeepsWhatTheFormCannotCarry(CaptureForm form)
    {
        var edited = As(form) with { Passages = [new Passage(1, null, "Совсем другое.")] };
        var arrival = Arrival.Judge(Full, CaptureForm.Page, edited, form);

        Assert.Equal(ArrivalMeaning.Revision, arrival.Meaning);
        Assert.Equal("Сочи", arrival.Record.Place);
        Assert.Equal("Краткое содержание.", arrival.Record.Lead);
        Assert.Single(arrival.Record.Persons);
        Assert.Equal("Совсем другое.", Assert.Single(arrival.Record.Passages).Text);
    }

    [Fact]
    public void APageMayClearAField()
    {
        var arrival = Arrival.Judge(Full, CaptureForm.Page, Full with { Place = null }, CaptureForm.Page);
        Assert.Equal((ArrivalMeaning.Revision, null), (arrival.Meaning, arrival.Record.Place));
    }

    [Theory]
    [InlineData("Добрый “день”.")]
    [InlineData("Добрый  \"день\".")]
    public void QuotesAndSpacesAreNoEdits(string text)
    {
        var arrived = Full with { Passages = [new Passage(1, "В.Путин", text), Full.Passages[1]] };
        Assert.Equal(ArrivalMeaning.Sighting, Arrival.Judge(Full, CaptureForm.Page, arrived, CaptureForm.Page).Meaning);
    }

    [Fact]
    public void OtherParagraphsOfTheSameWordsAreNoEdit()
    {
        var arrived = Full with { Passages = [new Passage(1, "В.Путин", "Добрый «день». Начнём — сразу.")] };
        Assert.Equal(ArrivalMeaning.Sighting, Arrival.Judge(Full, CaptureForm.Page, arrived, CaptureForm.Page).Meaning);
    }

    [Fact]
    public void AnotherWordATitleAndASpeakerAreEdits()
    {
        ArchiveRecord[] edits =
        [
            Full with { Passages = [Full.Passages[0], new Passage(2, "В.Путин", "Начнём — позже.")] },
            Full with { Title = "Беседа о климате" },
            Full with { Passages = [new Passage(1, "Д.Песков", "Добрый «день»."), Full.Passages[1]] },
            Full with { Published = new PrintedTime(new DateOnly(2021, 12, 8)) },
        ];
        Assert.All(edits, edit => Assert.Equal(ArrivalMeaning.Revision, Arrival.Judge(Full, CaptureForm.Page, edit, CaptureForm.Page).Meaning));
    }

    private static ArchiveRecord As(CaptureForm form) => form switch
    {
        CaptureForm.Feed => Full with { Place = null, Persons = [], Sections = ["/events/president/transcripts"] },
        CaptureForm.Copy or CaptureForm.Text => Full with { Sections = [], Persons = [], Place = null, Lead = null },
        _ => Full,
    };
}
