using KremlinArchive.Web.Reading;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class VoiceTests
{
    [Fact]
    public void VoicesAreCountedAndThoseWhoSayMostStandFirst()
    {
        var voices = Voice.Of(Talks.Turns((null, "Вступление."), ("Н.Штиль", "Два слова."), ("В.Берегов", "Здесь их ровно четыре."), ("Н.Штиль", "И ещё три.")));
        Assert.Equal([new Voice("Н.Штиль", 2, 5, 2), new Voice("В.Берегов", 1, 4, 3)], voices);
    }

    [Theory]
    [InlineData("President of Primorea Nikolai Still", "Nikolai Still")]
    [InlineData("Президент Примореи Н.Штиль", "Н.Штиль")]
    [InlineData("Nikolai STILL", "Nikolai Still")]
    public void AnOfficeBeforeANameMakesNoOtherVoice(string introduced, string name)
    {
        var voice = Assert.Single(Voice.Of(Talks.Turns((introduced, "Раз."), (name, "Два."))));
        Assert.Equal((2, 2, 1), (voice.Turns, voice.Words, voice.Start));
    }

    [Theory]
    [InlineData("Второй вопрос", "вопрос")]
    [InlineData("Ann Nikolai Still", "colai Still")]
    [InlineData("Н.Штиль", "В.Берегов")]
    public void OtherLabelsStayOtherVoices(string one, string other) => Assert.Equal(2, Voice.Of(Talks.Turns((one, "Раз."), (other, "Два."))).Count);

    [Fact]
    public void TheShortestLabelIsTheName() =>
        Assert.Equal("Nikolai Still", Assert.Single(Voice.Of(Talks.Turns(("President of Primorea Nikolai Still", "Раз."), ("Nikolai Still", "Два.")))).Name);
}
