using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Engines;

/// <summary>What is read while the primary is dead and its standby has not applied all that it was sent.</summary>
public sealed class StandbyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACopyThatMayBeBehindIsNotTakenForProofThatSomethingIsNotThere()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1")));
        var (held, later) = (RecordId.Parse("ru/events/1")!, RecordId.Parse("ru/events/2")!);
        Assert.Null((await archive.Store.Records.FindAsync(later, Cancellation)).Found);

        await archive.SetStandbyAsync(true);
        Assert.NotNull((await archive.Store.Records.FindAsync(held, Cancellation)).Found);
        await CannotTellAsync(() => archive.Store.Records.FindAsync(later, Cancellation));
        await CannotTellAsync(() => archive.Store.Versions.HistoryAsync(later, Cancellation));
        await CannotTellAsync(() => archive.Store.Versions.FindAsync(held, 2, Cancellation));
        await CannotTellAsync(() => archive.Store.Changes.HashAtAsync(2, Cancellation));

        await archive.SetStandbyAsync(false);
        Assert.Null((await archive.Store.Records.FindAsync(later, Cancellation)).Found);
    }

    [Fact]
    public async Task AnIndexIsNotBuiltAnewFromACopyThatIsBehind()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = Path.Combine(archive.Directory, "index") }, archive.Store.Changes);
        await archive.ImportAsync([.. Enumerable.Range(1, 3).Select(number => Documents.Page(Documents.Record($"ru/events/{number}")))]);
        await index.CatchUpAsync(Cancellation);
        await archive.TamperAsync("""DELETE FROM "Changes" WHERE "Number" = 3""");

        await archive.SetStandbyAsync(true);
        await CannotTellAsync(() => index.CatchUpAsync(Cancellation));
        Assert.Equal((3, "g000001"), (index.IndexedChange, Generation(archive)));

        // A primary without the change has lost it, and the index follows.
        await archive.SetStandbyAsync(false);
        await index.CatchUpAsync(Cancellation);
        Assert.Equal((2, "g000002"), (index.IndexedChange, Generation(archive)));
    }

    private static async Task CannotTellAsync(Func<Task> read)
    {
        var refusal = await Assert.ThrowsAsync<ArchiveUnavailableException>(read);
        Assert.True(refusal.MayPass);
        Assert.Contains("standby", refusal.Message, StringComparison.Ordinal);
    }

    private static string Generation(TempArchive archive) => Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(archive.Directory, "index"))));
}
