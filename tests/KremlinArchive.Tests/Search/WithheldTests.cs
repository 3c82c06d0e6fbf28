using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KremlinArchive.Tests.Search;

public sealed class WithheldTests : IAsyncLifetime
{
    private const string Reason = "An invented reason.";
    private static readonly RecordId Lighthouses = RecordId.Parse("ru/events/1")!;

    private SearchedArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        archive = await SearchedArchive.WithAsync(
            Documents.Record("ru/events/1", "Беседа о маяках", "Маяк построят весной."),
            Documents.Record("ru/events/2", "Беседа о парусах", "Парус сошьют весной."),
            Documents.Record("en/events/1", "A talk of lighthouses", "A lighthouse in spring."));
        await archive.AddAsync(Documents.Record("ru/events/1", "Беседа о маяках", "Маяк построят летом."));
        await archive.AddAsync(Documents.Record("ru/events/1", "Беседа о маяках", "Маяк построят осенью."));
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AWithheldRecordLeavesTheIndexAndComesBackWhole()
    {
        await archive.Store.Withholding.WithholdRecordAsync(Lighthouses, Reason, Actor.CommandLine, Cancellation);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Empty(archive.Find("маяк осенью"));
        Assert.Empty(archive.Ask("in:versions").Hits);
        Assert.Equal(2, archive.Ask("").Total);
        Assert.False(archive.Ask("lighthouse").Hits.Single().HasTranslation);
        Assert.Empty(archive.Index.Suggest("беседа о мая", Language.Russian, 10, Cancellation));
        await IsWholeAsync();
        await archive.Index.RebuildAsync(Cancellation);
        Assert.Equal((2, 0), (archive.Ask("").Total, archive.Ask("in:versions").Total));
        await IsWholeAsync();

        await archive.Store.Withholding.ReleaseRecordAsync(Lighthouses, Reason, Actor.CommandLine, Cancellation);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal([1], archive.Find("маяк осенью"));
        Assert.Equal((3, 2), (archive.Ask("").Total, archive.Ask("in:versions").Total));
        await IsWholeAsync();
    }

    [Fact]
    public async Task OfARecordThatStaysAWithheldVersionIsNoLongerSearched()
    {
        await archive.Store.Withholding.WithholdCaptureAsync(1, Reason, Actor.CommandLine, Cancellation);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal([2], archive.Ask("in:versions").Hits.Select(hit => hit.Superseded));
        Assert.Equal(3, archive.Ask("").Total);
        await IsWholeAsync();
        await archive.Store.Withholding.ReleaseCaptureAsync(1, Reason, Actor.CommandLine, Cancellation);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal(2, archive.Ask("in:versions").Total);
    }

    [Fact]
    public async Task AnIndexThatStillHoldsWhatIsWithheldIsFoundOut()
    {
        var shown = (await archive.Store.Versions.FindAsync(Lighthouses, 1, Cancellation)).Found!;
        await archive.Store.Withholding.WithholdCaptureAsync(1, Reason, Actor.CommandLine, Cancellation);
        await archive.Index.CatchUpAsync(Cancellation);
        archive.Index.Dispose();
        var generation = Generations.SupersededIn(Directory.GetDirectories(archive.IndexDirectory).Single());
        using (var directory = IndexFormat.Current.OpenDirectory(generation))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { Codec = IndexFormat.Current.Codec }))
        {
            var mark = writer.CommitData;
            writer.AddDocument(RecordDocument.OfSuperseded(KremlinArchive.Search.Json.VersionJson.Stored(shown)));
            writer.SetCommitData(mark);
            writer.Commit();
        }

        archive.Reopen();
        var damage = Assert.Single((await archive.Index.VerifyAsync(new VerifyWatch(), Cancellation)).Damage);
        Assert.Equal(("index, ru/events/1", "The index holds its version 1, though readers may not see it."), (damage.Where, damage.What));
    }

    private async Task IsWholeAsync() => Assert.Empty((await archive.Index.VerifyAsync(new VerifyWatch(), Cancellation)).Damage);
}
