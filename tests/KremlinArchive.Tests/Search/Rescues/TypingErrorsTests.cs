using KremlinArchive.Search.Rescues;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Rescues;

public sealed class TypingErrorsTests : IDisposable
{
    private readonly InventedIndex index = new(
        ("Президент России провёл переговоры о безопасности, сотрудничестве и развитии", 40),
        ("Президента и правительство Украины; правительства России", 20),
        ("То есть Российская Федерация и некоторые страны", 10),
        ("Столтенбергом", 4),
        ("урана", 12),
        ("правитель и правителю", 2),
        ("The President of Russia discussed security and cooperation", 30),
        ("United States", 5));

    [Theory]
    [InlineData("призидент", "президент")]
    [InlineData("Прзеидент", "Президент")]
    [InlineData("ПРЕЗИДНТ", "ПРЕЗИДЕНТ")]
    [InlineData("резидент", "президент")]
    [InlineData("переговры", "переговоры")]
    [InlineData("правителство", "правительство")]
    [InlineData("правительсво", "правительство")]
    [InlineData("безопастности", "безопасности")]
    [InlineData("украны", "украины")]
    [InlineData("=переговры \"призидент росии\"~5", "=переговоры \"президент россии\"~5")]
    [InlineData("title:призидент", "title:президент")]
    [InlineData("тоесть", "то есть")]
    [InlineData("российскаяфедерация", "российская федерация")]
    [InlineData("не которые страны", "некоторые страны")]
    [InlineData("presidnet", "president")]
    [InlineData("securty", "security")]
    [InlineData("unitedstates", "united states")]
    public void AMistypedWordIsReadAsTheIndexSpellsIt(string typed, string meant) => Assert.Equal(meant, Correct(typed)[0]);

    [Theory]
    [InlineData("президент")]
    [InlineData("президентами")]
    [InlineData("Столтенберг")]
    [InlineData("переговоров")]
    [InlineData("president")]
    [InlineData("presidents")]
    [InlineData("рос")]
    [InlineData("2021")]
    [InlineData("С-400")]
    [InlineData("зззззззз")]
    [InlineData("OR ИЛИ")]
    [InlineData("\"")]
    [InlineData("")]
    public void AWordThatIsFoundOrNearNothingStays(string typed) => Assert.Empty(Correct(typed));

    [Fact]
    public void LemmasAndStemsAreNoSpellings() =>
        Assert.All(index.Words.Near("правитель", 2, kept: 0, TestContext.Current.CancellationToken), word => Assert.True(char.IsLetter(word.Text[0])));

    [Fact]
    public void FrequenciesAddUpOverSegments() =>
        Assert.Equal(40, index.Words.Near("переговоры", 1, kept: 1, TestContext.Current.CancellationToken).Single().Frequency);

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();

    private IReadOnlyList<string> Correct(string query) => new TypingErrors(index.Words).Correct(query, TestContext.Current.CancellationToken);
}
