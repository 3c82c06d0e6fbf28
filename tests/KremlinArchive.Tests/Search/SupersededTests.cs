using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search;

public sealed class SupersededTests : IAsyncLifetime
{
    private SearchedArchive archive = null!;

    public async ValueTask InitializeAsync()
    {
        archive = await SearchedArchive.WithAsync(
            Documents.Record("ru/events/1", "Беседа о маяках", "Маяк построят весной."),
            Documents.Record("ru/events/2", "Беседа о парусах", "Парус сошьют весной."),
            Documents.Record("en/events/1", "A talk of lighthouses", "A lighthouse in spring."));
        await archive.AddAsync(Documents.Record("ru/events/1", "Беседа о маяках", "Маяк построят летом.") with { Place = "Сочи" });
        await archive.AddAsync(Documents.Record("ru/events/1", "Беседа о маяках", "Маяк построят осенью.") with { Place = "Сочи" });
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void ASearchDoesNotMeetWhatNoLongerStands()
    {
        Assert.Equal([2], archive.Find("весной"));
        Assert.Empty(archive.Find(new SearchRequest { Query = "летом", Rescues = false }));
        Assert.Equal(3, archive.Ask("").Total);
        Assert.All(archive.Ask("").Hits, hit => Assert.Null(hit.Superseded));
    }

    [Theory]
    [InlineData("весной in:versions", 1)]
    [InlineData("летом в:версиях", 2)]
    [InlineData("in:версии летом", 2)]
    [InlineData("язык:versions маяк сочи", 2)]
    public void InVersionsThePastIsSearchedAndAHitNamesItsVersion(string query, int version)
    {
        var hit = Assert.Single(archive.Ask(query).Hits);
        Assert.Equal(("ru/events/1", version, 3), (hit.Id.ToString(), hit.Superseded, hit.Versions));
        Assert.True(hit.HasTranslation);
    }

    [Fact]
    public void TheCurrentTextIsNotAmongThem()
    {
        Assert.Empty(archive.Find("осенью in:versions"));
        Assert.Equal([1, 2], archive.Ask("in:versions").Hits.Select(hit => hit.Superseded).Order());
    }

    [Fact]
    public void FacetsCountWhatIsSearched()
    {
        var place = Assert.Single(archive.Ask("in:versions").Facets[Facet.Place]);
        Assert.Equal(1, place.Count);
        Assert.Equal(1, archive.Index.Values(new FacetQuery(Facet.Place, new SearchRequest { Query = "in:versions" }), TestContext.Current.CancellationToken).Total);
    }

    [Fact]
    public void WhatIsSuggestedAndCountedKnowsNothingOfThem()
    {
        Assert.Equal(3, archive.Index.Overview(new DateOnly(2026, 1, 1), Language.Russian, TestContext.Current.CancellationToken).Records);
        Assert.All(archive.Index.Suggest("беседа", Language.Russian, 10, TestContext.Current.CancellationToken), suggestion => Assert.DoesNotContain("версия", suggestion.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void ThePartCanBeTakenAwayAndIsWrittenInTheLanguageOfTheReader()
    {
        var reading = QueryReading.Of(new SearchRequest { Query = "весной in:versions" });
        Assert.Equal(["весной", "в:версиях"], reading.Parts(Language.Russian).Select(part => part.Text));
        Assert.Equal("весной", reading.Parts(Language.English)[1].Without);
        Assert.True(QueryReading.Of(new SearchRequest { Query = QueryWriter.Write(reading.Parsed.Root, Language.English) }).IsOfVersions);
        Assert.False(QueryReading.Of(new SearchRequest { Query = "in:ru весной" }).IsOfVersions);
    }

    [Fact]
    public async Task AnIndexThatHasLostThemIsBuiltAnew()
    {
        var generation = File.ReadAllText(Path.Combine(archive.IndexDirectory, "current")).Trim();
        archive.Index.Dispose();
        Directory.Delete(Generations.SupersededIn(Path.Combine(archive.IndexDirectory, generation)), recursive: true);
        archive.Reopen();
        Assert.Equal((3, 0), ((int)archive.Ask("").Total, (int)archive.Ask("in:versions").Total));
        Assert.Contains("superseded versions", archive.Index.Health.LastError, StringComparison.Ordinal);
        Assert.Equal("index, superseded versions", Assert.Single((await archive.Index.VerifyAsync(new VerifyWatch(), TestContext.Current.CancellationToken)).Damage).Where);

        // Nothing new came, and yet they are found to be missing.
        await archive.Index.CatchUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, archive.Ask("in:versions").Total);
        Assert.Empty((await archive.Index.VerifyAsync(new VerifyWatch(), TestContext.Current.CancellationToken)).Damage);
    }

    [Fact]
    public async Task DamagedFilesOfThemAreFoundByTheirCheckSums()
    {
        archive.Index.Dispose();
        var file = new DirectoryInfo(archive.IndexDirectory).EnumerateFiles("*.*", SearchOption.AllDirectories)
            .Where(found => found.Directory!.Name == "superseded" && (found.Extension is ".fdt" or ".cfs")).MaxBy(found => found.Length)!;
        var bytes = await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0xFF;
        await File.WriteAllBytesAsync(file.FullName, bytes, TestContext.Current.CancellationToken);
        archive.Reopen();
        Assert.Equal(3, archive.Ask("").Total);
        Assert.NotEmpty((await archive.Index.VerifyAsync(new VerifyWatch(), TestContext.Current.CancellationToken)).Damage);
        await archive.Index.CatchUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, archive.Ask("in:versions").Total);
    }

    [Fact]
    public async Task ARebuiltIndexHasThemToo()
    {
        await archive.Index.RebuildAsync(TestContext.Current.CancellationToken);
        Assert.Equal((3, 2), ((int)archive.Ask("").Total, (int)archive.Ask("in:versions").Total));
    }
}
