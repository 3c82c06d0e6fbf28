using KremlinArchive.Store;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public sealed class ArchiveLocationTests : IDisposable
{
    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null, "data/archive")]
    [InlineData("", "data/archive")]
    [InlineData("elsewhere/", "elsewhere")]
    [InlineData("../beside", "../beside")]
    public void ARelativePathIsBelowTheFolderOfTheSolution(string? setting, string expected)
    {
        folder.Write("KremlinArchive.sln", []);
        var location = ArchiveLocation.Of(setting, folder.At("src", "Face", "bin"));
        Assert.Equal(Path.GetFullPath(expected, folder.Path), location.DataDirectory);
        Assert.Equal(Path.Combine(location.DataDirectory, "index"), location.IndexDirectory);
    }

    [Fact]
    public void WithoutASolutionItIsBelowTheApplication() =>
        Assert.Equal(folder.At("app", "data", "archive"), ArchiveLocation.Of(null, folder.At("app")).DataDirectory);

    [Fact]
    public void AnAbsolutePathStands() =>
        Assert.Equal(folder.At("x"), ArchiveLocation.Of(folder.At("x"), AppContext.BaseDirectory).DataDirectory);

    [Fact]
    public void TheNearestSolutionCounts()
    {
        folder.Write("KremlinArchive.sln", []);
        folder.Write("clone/KremlinArchive.sln", []);
        Assert.Equal(folder.At("clone"), ArchiveLocation.BaseFolder(folder.At("clone", "src", "bin")));
    }
}
