using KremlinArchive.Web.Reading;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class ContentsTests
{
    private const int Long = 250; // words: eight such turns are more than three screens

    [Fact]
    public void ALongTalkHasItsTurnsInOrder()
    {
        var contents = Contents.Of(Talks.Turns([(null, "Вступление."), .. Alternating(8, Long)]));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9], contents.Entries.Select(entry => entry.Start));
        Assert.Equal([true, true, false, false, false, false, false, false], contents.Entries.Select(entry => entry.IsNewVoice));
        Assert.Equal(0, contents.Omitted);
    }

    [Fact]
    public void AShortTextNeedsNone() => Assert.Empty(Contents.Of(Talks.Turns(Alternating(8, 20))).Entries);

    [Fact]
    public void AFewTurnsNeedNone() => Assert.Empty(Contents.Of(Talks.Turns(Alternating(Contents.FewestTurns - 1, 1000))).Entries);

    [Fact]
    public void AmongHundredsOfTurnsRemarksAreLeftOutButNoVoiceIs()
    {
        var remarks = Enumerable.Range(0, 100).SelectMany(_ => ((string?, string)[])[("В.Берегов", Talks.Words(30)), ("Н.Штиль", "Да.")]);
        var contents = Contents.Of(Talks.Turns([.. remarks, ("Реплика", "Нет.")]));
        Assert.Equal(102, contents.Entries.Count);
        Assert.Equal(99, contents.Omitted);
        Assert.Equal(["В.Берегов", "Н.Штиль", "Реплика"], contents.Entries.Where(entry => entry.IsNewVoice).Select(entry => entry.Speaker));
    }

    [Fact]
    public void TheOpeningEndsWithAWholeWord()
    {
        var opening = Contents.Of(Talks.Turns(Alternating(8, Long))).Entries[0].Opening;
        Assert.EndsWith("слово…", opening, StringComparison.Ordinal);
        Assert.InRange(opening.Length, 60, 81);
    }

    [Fact]
    public void AWordWithoutEndIsCut()
    {
        var turns = Alternating(8, Long);
        turns[0].Text = new string('ы', 5000);
        Assert.Equal(81, Contents.Of(Talks.Turns(turns)).Entries[0].Opening.Length);
    }

    private static (string? Speaker, string Text)[] Alternating(int turns, int words) =>
        [.. Enumerable.Range(0, turns).Select(turn => (turn % 2 == 0 ? "В.Берегов" : (string?)"Н.Штиль", Talks.Words(words)))];
}
