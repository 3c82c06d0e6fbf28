using KremlinArchive.Web.Reading;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class TurnTests
{
    [Fact]
    public void ATurnLastsUntilAnotherSpeaks()
    {
        var turns = Talks.Turns((null, "Вступление."), ("В.Берегов", "Добрый день."), ("В.Берегов", "Начнём."), ("Н.Штиль", "Начнём."), ("В.Берегов", "Прошу."));
        Assert.Equal([(null, 1), ("В.Берегов", 2), ("Н.Штиль", 4), ("В.Берегов", 5)], turns.Select(turn => (turn.Speaker, turn.Start)));
        Assert.Equal([2, 3], turns[1].Passages.Select(passage => passage.Number));
    }

    [Fact]
    public void ADashIsNoWord() => Assert.Equal(4, Assert.Single(Talks.Turns(("А", "Маяк – это 216 ламп."))).Words);

    [Fact]
    public void NoTextHasNoTurns() => Assert.Empty(Turn.Of([]));
}
