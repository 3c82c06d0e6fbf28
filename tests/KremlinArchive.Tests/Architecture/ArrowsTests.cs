namespace KremlinArchive.Tests.Architecture;

/// <summary>Which project may know which: the arrows of the house, and no others.</summary>
public sealed class ArrowsTests
{
    [Theory]
    [InlineData("Records", "")]
    [InlineData("Store", "Records")]
    [InlineData("Import", "Records Store")]
    [InlineData("Search", "Records Store")]
    [InlineData("Web", "Import Records Search Store")]
    [InlineData("Cli", "Import Records Search Store")]
    public void AProjectKnowsExactlyTheProjectsItMay(string project, string known) =>
        Assert.Equal(known, string.Join(' ', ProjectFile.Named(project).References));

    [Fact]
    public void ThereAreSixProjectsAndNoOthers() =>
        Assert.Equal(["Cli", "Import", "Records", "Search", "Store", "Web"], ProjectFile.All.Select(project => project.Name));

    [Fact]
    public void RecordsHasNoPackages() => Assert.Empty(ProjectFile.Named("Records").Packages);

    [Theory]
    [InlineData("Store")]
    [InlineData("Import")]
    [InlineData("Search")]
    public void PackagesOfTheInnerProjectsStopAtTheirBorder(string project) =>
        Assert.All(ProjectFile.Named(project).Packages, package => Assert.True(
            package.Value.Split(';').Any(asset => asset is "compile" or "all"),
            $"The package {package.Key} in KremlinArchive.{project} needs PrivateAssets=\"compile\", or its types leak into the faces."));

    [Theory]
    [InlineData("Lucene", "Search")]
    [InlineData("AngleSharp", "Import")]
    [InlineData("SharpCompress", "Import")]
    [InlineData("Microsoft.EntityFrameworkCore", "Store")]
    [InlineData("Npgsql", "Store")]
    [InlineData("System.CommandLine", "Cli")]
    [InlineData("Spectre", "Cli")]
    [InlineData("Serilog", "Web")]
    [InlineData("OpenTelemetry", "Web")]
    public void ALibraryIsReferencedByOneProjectAlone(string library, string owner) =>
        Assert.DoesNotContain(ProjectFile.All, project => project.Name != owner && project.Packages.Keys.Any(package => package.StartsWith(library, StringComparison.Ordinal)));
}
