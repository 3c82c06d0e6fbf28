using KremlinArchive.Records;

namespace KremlinArchive.Tests.Import.Parsing;

public sealed class SpeakerTests
{
    [Theory]
    [InlineData("<b>Anna Invented:</b> Hello.", "Anna Invented | Hello.")]
    [InlineData("<b>Anna Invented</b>: Hello.", "Anna Invented | Hello.")]
    [InlineData("<b>Anna Invented</b><b>:</b> Hello.", "Anna Invented | Hello.")]
    [InlineData("<strong>Anna Invented:</strong> Hello.", "Anna Invented | Hello.")]
    [InlineData("<b>President of Nowhere Anna Invented: </b>Hello: there.", "President of Nowhere Anna Invented | Hello: there.")]
    [InlineData("<b>Minister </b><b>of</b><b> Nothing</b><b> </b><b>Anna Invented</b>: Hello.", "Minister of Nothing Anna Invented | Hello.")]
    [InlineData("<b>Anna</b><b>INVENTED</b><b>:</b> Hello.", "Anna INVENTED | Hello.")]
    [InlineData("<b>A</b><b>nna Invented</b>: Hello.", "Anna Invented | Hello.")]
    [InlineData("<b>Anna Inv</b><b>E</b><b>NTED:</b> Hello.", "Anna InvENTED | Hello.")]
    [InlineData("<b>ANNA INVENTED:</b> Hello.", "ANNA INVENTED | Hello.")]
    [InlineData("<b>Anna Invented</b> <i>(retranslated):</i> Hello.", "Anna Invented | (retranslated) Hello.")]
    [InlineData("<b>Anna Invented </b><i>(</i><i>retranslated</i><i>)</i><b>:</b> Hello.", "Anna Invented | (retranslated) Hello.")]
    [InlineData("<b>Anna Invented</b> (<i>answering: a question</i>): Hello.", "Anna Invented | (answering: a question) Hello.")]
    [InlineData("<b>Anna Invented (</b><i>to a pilot)</i>: Hello.", "Anna Invented | (to a pilot) Hello.")]
    [InlineData("<b>Anna Invented:</b> <i>(re-translated)</i>: Hello.", "Anna Invented | (re-translated) Hello.")]
    [InlineData("<b>Anna Invented:</b> <i>(To Boris.)</i> Hello.", "Anna Invented | (To Boris.) Hello.")]
    [InlineData("<b>Anna Invented</b> (<i>retranslated)</i> Hello.", "Anna Invented | (retranslated) Hello.")]
    [InlineData("<b>Head of the Organisation (OECD) Anna Invented:</b> Hello.", "Head of the Organisation (OECD) Anna Invented | Hello.")]
    [InlineData("<b>Anna Invented, head of a department:</b> Hello.", "Anna Invented, head of a department | Hello.")]
    [InlineData("<b>Question:</b> Why?", "Question | Why?")]
    [InlineData("<b>А.Выдуманная</b> (<i>как переведено</i>)<b>:</b> Здравствуйте.", "А.Выдуманная | (как переведено) Здравствуйте.")]
    [InlineData("А.Выдуманная: Здравствуйте.", "А.Выдуманная | Здравствуйте.")]
    [InlineData("Р.Т.Выдуманный (как переведено): Здравствуйте.", "Р.Т.Выдуманный | (как переведено) Здравствуйте.")]
    [InlineData("Ф.-В.Выдуманный: Здравствуйте.", "Ф.-В.Выдуманный | Здравствуйте.")]
    [InlineData("Си Выдуманный (как переведено): Здравствуйте.", "Си Выдуманный | (как переведено) Здравствуйте.")]
    [InlineData("Вопрос: Почему?", "Вопрос | Почему?")]
    [InlineData("Реплика: Да.", "Реплика | Да.")]
    [InlineData("Vladimir Putin: Hello.", "Vladimir Putin | Hello.")]
    [InlineData("President of Russia Vladimir Putin: Hello.", "President of Russia Vladimir Putin | Hello.")]
    public void ALabelBeginsATurn(string paragraph, string expected) => Assert.Equal([expected], InventedPage.Passages($"<p>{paragraph}</p>"));

    [Theory]
    [InlineData("The agenda: roads and bridges.")]
    [InlineData("The message reads, in part: hello.")]
    [InlineData("President Vladimir Putin noted the following: roads.")]
    [InlineData("Main topics: roads.")]
    [InlineData("<b>Meeting points for journalists:</b>")]
    [InlineData("<b>Main events</b> (the time is provisional):")]
    [InlineData("<b>Speech at the Forum: new targets</b>")]
    [InlineData("<b>18:30</b> The gates open.")]
    [InlineData("Повестка дня: дороги и мосты.")]
    [InlineData("Владимир Путин отметил: дороги нужны.")]
    [InlineData("It was <b>Anna Invented:</b> nobody else.")]
    public void WhatIsNoLabelStaysText(string paragraph)
    {
        var passage = Assert.Single(new InventedPage { Body = $"<p>{paragraph}</p>" }.Record().Passages);
        Assert.Null(passage.Speaker);
        Assert.Equal(System.Text.RegularExpressions.Regex.Replace(paragraph, "<[^>]+>", ""), passage.Text);
    }

    [Fact]
    public void APopUpInsideALabelIsDropped() =>
        Assert.Equal(["Minister Anna Invented | Hello."], InventedPage.Passages(
            "<p><b>Minister <a class=\"person_tag read__tag\" href=\"/x\">Anna Invented<span class=\"read__tooltip masha-ignore\">Invented Anna <i>Minister</i></span></a>:</b> Hello.</p>"));

    [Fact]
    public void ParagraphsWithoutALabelContinueTheTurnUntilASeparator() =>
        Assert.Equal(
            ["The press report.", "Anna Invented | One.", "Anna Invented | Two.", "Boris Invented | Three.", "Anna Invented | Four <…>", "The report goes on."],
            InventedPage.Passages("<p>The press report.</p><p><b>* * *</b></p><p><b>Anna Invented:</b> One.</p><p>Two.</p><p><b>Boris Invented:</b> Three.</p><p><b>Anna Invented:</b> Four &lt;…&gt;</p><p>* * *</p><p>The report goes on.</p>"));

    [Fact]
    public void ALabelAloneBeginsTheTurnOfTheNextParagraph() =>
        Assert.Equal(["Anna Invented | Hello.", "Boris Invented | Well."], InventedPage.Passages("<p><b>Anna Invented</b>:</p><p>Hello.</p><p><b>Boris Invented:</b> Well.</p>"));

    [Fact]
    public void ALabelThatNobodySpeaksAfterIsAHeading() =>
        Assert.Equal(["Anna Invented | Hello.", "Statements of the Guests:", "Boris Invented | Well."], InventedPage.Passages(
            "<p><b>Anna Invented:</b> Hello.</p><p><b>Statements of the Guests:</b></p><p><b>Boris Invented:</b> Well.</p>"));

    [Fact]
    public void AHeadingIsNobodysSpeech() =>
        Assert.Equal(["Anna Invented | One.", "Part two", "Anna Invented | Two."], InventedPage.Passages("<p><b>Anna Invented:</b> One.</p><h3>Part two</h3><p>Two.</p>"));

    [Fact]
    public void ATurnThatBeginsInsideAParagraphIsSplitOff() =>
        Assert.Equal(["Boris Invented | Hi.", "Anna Invented | Hello.", "Boris Invented | Wait.", "Boris Invented | No."], InventedPage.Passages(
            "<p><b>Boris Invented:</b> Hi.</p><p><b>Anna Invented:</b> Hello.<b> Boris Invented:</b> Wait.</p><p>No.</p>"));

    [Fact]
    public void AForgottenColonIsForgivenToAKnownSpeaker() =>
        Assert.Equal(["Anna Invented | One.", "Anna Invented | Two."], InventedPage.Passages("<p><b>Anna Invented:</b> One.</p><p><b>Anna Invented.</b> Two.</p>"));

    [Fact]
    public void APlainQuestionIsQuotedWhereLabelsAreBold() =>
        Assert.Equal(["Anna Invented | They say:", "Anna Invented | Question: why?"], InventedPage.Passages("<p><b>Anna Invented:</b> They say:</p><p>Question: why?</p>"));

    [Fact]
    public void NamesThatReturnAreLabelsWithoutBoldToo() =>
        Assert.Equal(["Anna Invented | One.", "Boris Other | Two.", "Anna Invented | Three.", "Boris Other | Four."], InventedPage.Passages(
            "<p>Anna Invented: One.</p><p>Boris Other: Two.</p><p>Anna Invented: Three.</p><p>Boris Other: Four.</p>"));

    [Fact]
    public void ASoleSpeechHasNoSpeaker() => Assert.Equal(["Dear friends,", "Hello."], InventedPage.Passages("<p>Dear friends,</p><p>Hello.</p>"));

    [Fact]
    public void PassagesAreCountedFromOne()
    {
        var passages = new InventedPage { Body = "<p>One.</p><p> </p><p>* * *</p><p>Two.</p>" }.Record().Passages;
        Assert.Equal([new Passage(1, null, "One."), new Passage(2, null, "Two.")], passages);
    }
}
