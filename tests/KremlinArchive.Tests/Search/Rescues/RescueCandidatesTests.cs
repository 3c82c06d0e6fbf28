using CsCheck;
using KremlinArchive.Search.Rescues;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Rescues;

public sealed class RescueCandidatesTests : IDisposable
{
    private readonly InventedIndex index = new(
        ("Президент России провёл переговоры о безопасности", 40),
        ("Столтенбергом", 4),
        ("Путин", 20),
        ("The President of Russia discussed security with Lavrov", 30));

    [Theory]
    [InlineData("ghtpbltyn", "keyboard-layout", "президент")]
    [InlineData("ghtpbltyn hjccbb", "keyboard-layout", "президент россии")]
    [InlineData("зкуышвуте", "keyboard-layout", "president")]
    [InlineData("gentby", "keyboard-layout", "путин")]
    [InlineData("stoltenbergom", "transliteration", "столтенбергом")]
    [InlineData("Putin", "transliteration", "Путин")]
    [InlineData("Лаврова", "transliteration", "Lavrov")]
    [InlineData("призидент", "spelling", "президент")]
    [InlineData("presidnet", "spelling", "president")]
    public void TheFirstCandidateIsWhatWasMeant(string typed, string kind, string meant)
    {
        var first = Candidates(typed)[0];
        Assert.Equal((kind, meant), (first.Kind.Name(), first.Query));
    }

    [Theory]
    [InlineData("президент")]
    [InlineData("Столтенберг")]
    [InlineData("security")]
    [InlineData("12 2021 G20")]
    [InlineData("-\"\" ( OR")]
    [InlineData("")]
    public void WhatIsRightHasNone(string typed) => Assert.Empty(Candidates(typed));

    [Fact]
    public void ATextThatIsTooLongToHaveBeenTypedHasNone() =>
        Assert.Empty(Candidates(string.Join(' ', Enumerable.Repeat("призидент", 60))));

    [Fact]
    public void EveryKindHasItsName() => Assert.Equal(
        ["keyboard-layout", "transliteration", "spelling", "looser", "wider-dates", "fewer-words"],
        Enum.GetValues<RescueKind>().Select(kind => kind.Name()));

    [Fact]
    public void AnyTextHasFewDifferentOnesAndNeverItself() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["президнт гоcurity\"-:"], 0, 40]).Sample(
        text =>
        {
            var queries = Candidates(text).ConvertAll(candidate => candidate.Query);
            Assert.DoesNotContain(text, queries);
            Assert.Distinct(queries);
            Assert.InRange(queries.Count, 0, 18);
            Assert.All(queries, query => Assert.InRange(query.Length, 1, (text.Length * 4) + 4));
        },
        iter: 300);

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();

    private List<RescueCandidate> Candidates(string query) => [.. RescueCandidates.Of(query, index.Words, CancellationToken.None)];
}
