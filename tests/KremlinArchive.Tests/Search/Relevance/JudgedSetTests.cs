using KremlinArchive.Records;
using KremlinArchive.Tests.Search.Relevance.Measure;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Relevance;

/// <summary>What the judged set must be for its measure to mean something.</summary>
public sealed class JudgedSetTests
{
    private static readonly JudgedSet Judged = JudgedSet.Read(Path.Combine(Repository.Root, "tests", "KremlinArchive.Tests", "Search", "Relevance"));

    [Theory]
    [InlineData(Language.Russian)]
    [InlineData(Language.English)]
    public void EveryThirdTopicOfALanguageIsHeldOut(Language language)
    {
        var topics = Judged.Topics.Where(topic => topic.Language == language).ToList();

        Assert.True(topics.Count >= 33);
        Assert.All(topics.Index(), topic => Assert.Equal(topic.Index % 3 == 2, topic.Item.IsHeldOut));
    }

    [Fact]
    public void EveryTopicHasSomethingWorthFinding() =>
        Assert.All(Judged.Topics, topic => Assert.Contains(Judged.GradesOf(topic).Values, grade => grade >= 2));

    [Fact]
    public void GradesAreOfRecordsInTheLanguageOfTheTopic() =>
        Assert.All(Judged.Topics, topic => Assert.All(Judged.GradesOf(topic), grade =>
        {
            Assert.Equal(topic.Language, grade.Key.Language);
            Assert.InRange(grade.Value, 0, 3);
        }));
}
