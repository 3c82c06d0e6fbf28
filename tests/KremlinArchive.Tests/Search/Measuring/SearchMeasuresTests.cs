using KremlinArchive.Search;
using KremlinArchive.Search.Measuring;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Measuring;

public sealed class SearchMeasuresTests
{
    private const string Odd = "ъщжь";

    [Fact]
    public async Task ASearchTellsWhatCameOfItAndHowMuchItFound()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record(title: "Беседа о маяках"), Documents.Record("ru/events/2", "Беседа о погоде"));
        using var heard = new HeardMeasures();
        archive.Ask("беседа");
        archive.Ask(Odd);
        archive.Ask("vfzrb");
        Assert.Equal(["result=found", "result=none", "result=rescued"], heard.Of("kremlin_archive.search.duration").Select(measure => measure.Tags));
        Assert.Equal([2, 0, 1], heard.Of("kremlin_archive.search.hits").Select(measure => measure.Value));
    }

    [Fact]
    public async Task TheStagesOfASearchAreTimedOneAfterTheOther()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record(title: "Беседа о маяках"));
        using var heard = new HeardMeasures();
        using var traces = new HeardTraces();
        archive.Ask("беседа");
        Assert.Equal(
            ["stage=read", "stage=match", "stage=rescue", "stage=facets", "stage=snippets"],
            heard.Of("kremlin_archive.search.stage.duration").Select(measure => measure.Tags));
        Assert.Equal(
            ["search > search.read", "search > search.match", "search > search.rescue", "search > search.facets", "search > search.snippets", "search"],
            traces.Paths);
    }

    [Fact]
    public async Task NothingThatIsToldOfASearchHoldsItsQuery()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record(title: $"Беседа {Odd}"));
        using var heard = new HeardMeasures();
        using var traces = new HeardTraces();
        Assert.Equal(1, archive.Ask(new SearchRequest { Query = $"{Odd} {Odd}~ =беседа" }).Total);
        Assert.NotEmpty(heard.All);
        Assert.DoesNotContain(heard.All, measure => measure.Tags.Contains(Odd, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(traces.All);
        Assert.DoesNotContain(traces.All, trace => $"{trace.DisplayName} {trace.StatusDescription} {string.Join(' ', trace.TagObjects)}".Contains(Odd, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void ASearchWithoutAnAnswerTellsWhetherAnybodyWaitedForIt()
    {
        using var heard = new HeardMeasures();
        using (var left = new SearchCourse())
            left.Fail(new OperationCanceledException());
        using (var damaged = new SearchCourse())
            damaged.Fail(new IOException());
        Assert.Equal(["result=cancelled", "result=failed"], heard.Of("kremlin_archive.search.duration").Select(measure => measure.Tags));
        Assert.Empty(heard.Of("kremlin_archive.search.hits"));
    }

    [Fact]
    public async Task WhatAFirstVisitShowsIsNobodysSearch()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record());
        using var heard = new HeardMeasures();
        archive.Index.Overview(new DateOnly(2026, 6, 1), KremlinArchive.Records.Language.Russian, TestContext.Current.CancellationToken);
        Assert.Empty(heard.All);
    }

    [Fact]
    public async Task AnIndexTellsHowFarItHasComeAndWhatThatTook()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record());
        using var heard = new HeardMeasures();
        using var traces = new HeardTraces();
        await archive.AddAsync(Documents.Record("ru/events/2"), Documents.Record("ru/events/3"));
        Assert.Equal(2, heard.Of("kremlin_archive.index.written").Sum(measure => measure.Value));
        Assert.NotEmpty(heard.Of("kremlin_archive.index.commit.duration"));
        Assert.Contains("index.catch_up", traces.Paths);
        var seen = heard.Look(archive.Index.Measures.Meter);
        Assert.Equal((3, 0, 0, 0), (seen["kremlin_archive.index.change"], seen["kremlin_archive.index.lag"], seen["kremlin_archive.index.rebuilding"], seen["kremlin_archive.index.failures"]));
    }

    [Fact]
    public void AnIndexIsAsFarBehindAsTheLogWasAheadWhenItLastLooked()
    {
        using var heard = new HeardMeasures();
        using var measures = new IndexMeasures();
        long? head = null;
        measures.Show(() => new IndexHealth(true, 7, head, true, null, null));
        Assert.DoesNotContain("kremlin_archive.index.lag", heard.Look(measures.Meter));
        head = 10;
        measures.Failed();
        var seen = heard.Look(measures.Meter);
        Assert.Equal((3, 1, 1), (seen["kremlin_archive.index.lag"], seen["kremlin_archive.index.rebuilding"], seen["kremlin_archive.index.failures"]));
    }
}
