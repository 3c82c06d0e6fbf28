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
        var directory = ArchiveLocation.Resolve(setting, folder.At("src", "Face", "bin"));
        Assert.Equal(Path.GetFullPath(expected, folder.Path), Path.TrimEndingDirectorySeparator(directory));
    }

    [Fact]
    public void WithoutASolutionItIsBelowTheApplication() =>
        Assert.Equal(folder.At("app", "data", "archive"), ArchiveLocation.Resolve(null, folder.At("app")));

    [Fact]
    public void WhatCannotBeAPathIsRefused() => Assert.Throws<ArgumentException>(() => ArchiveLocation.Resolve("a\0b"));

    [Fact]
    public void AnAbsolutePathStands() =>
        Assert.Equal(folder.At("x"), ArchiveLocation.Resolve(folder.At("x"), AppContext.BaseDirectory));

    [Fact]
    public void TheNearestSolutionCounts()
    {
        folder.Write("KremlinArchive.sln", []);
        folder.Write("clone/KremlinArchive.sln", []);
        Assert.Equal(folder.At("clone", "data", "archive"), ArchiveLocation.Resolve(null, folder.At("clone", "src", "bin")));
    }
}
