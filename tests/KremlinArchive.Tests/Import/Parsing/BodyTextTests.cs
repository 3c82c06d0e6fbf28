namespace KremlinArchive.Tests.Import.Parsing;

public sealed class BodyTextTests
{
    [Fact]
    public void FurnitureIsNotText() =>
        Assert.Equal(["Text with Anna Invented in it."], InventedPage.Passages("""
            <p>Text with <a href="/catalog/persons/1/events" class="person_tag read__tag">Anna Invented <span class="read__tooltip tooltip_person hidden masha-ignore"><span class="tooltip__text">
            <span class="tooltip_title">Invented Anna</span><span>Minister</span></span></span></a>in it.</p>
            <div class="slider masha-ignore"><p>A caption.</p></div><div class="media masha-ignore"><span class="media__title">Another.</span></div>
            <div class="media__container media__container_video u-video masha-ignore"><p>A video.</p></div><script>var x = "no";</script><style>p{}</style>
            """));

    [Fact]
    public void EveryKindOfBlockIsText() =>
        Assert.Equal(["Bare words.", "A heading", "One", "Two", "Inside a div.", "Cell Second cell", "Row two", "After."], InventedPage.Passages("""
            Bare words.<h3>A heading</h3><ul><li>One</li><li>Two</li></ul><div>Inside a div.</div>
            <table><tr><td>Cell</td><td>Second cell</td></tr><tr><td>Row two</td></tr></table>After.
            """));

    [Fact]
    public void LineBreaksAndOddSpacesBecomeOneSpace() =>
        Assert.Equal(["one two three four fivesix", "й <…> 65th"], InventedPage.Passages(
            "<p>one\n  two<br>three&nbsp;&thinsp;four five&shy;&#8203;six </p><p>и\u0306 &lt;…&gt; 65<sup>th</sup></p>"));

    [Fact]
    public void AQuoteThatRepeatsTheTextIsLeftOut() =>
        Assert.Equal(["We shall build a bridge over the river this year, and it shall be blue.", "Another paragraph."], InventedPage.Passages(
            "<p>We shall build a bridge over the river this year, and it shall be blue.</p><blockquote><p>We shall build a bridge over the river; it shall be blue.</p></blockquote><p>Another paragraph.</p>"));

    [Fact]
    public void AQuoteThatSaysSomethingNewIsText() =>
        Assert.Equal(["They recalled a verse.", "Roses grow where nobody looks for them.", "It was liked."], InventedPage.Passages(
            "<p>They recalled a verse.</p><blockquote><p>Roses grow where nobody looks for them.</p></blockquote><p>It was liked.</p>"));

    [Fact]
    public void MarkupThatWasNeverClosedLosesNothing() =>
        Assert.Equal(["One.", "Two bold.", "Three."], InventedPage.Passages("<p>One.<p>Two <b>bold.</b><div>Three."));
}
