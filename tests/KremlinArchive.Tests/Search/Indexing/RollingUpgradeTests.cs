using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Indexing;

/// <summary>Nodes of two versions on one store, one after the other started anew with an index of another format.</summary>
public sealed class RollingUpgradeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OldAndNewNodesAnswerSideBySideWhileTheNewOneBuildsItsIndex()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 6).Select(Record)]);
        using (var before = archive.OpenNode("node", IndexFormat.Current))
            await before.CatchUpAsync(Cancellation);
        var oldFiles = FilesOf(archive.IndexDirectory);

        // The node comes back with another format and answers from what it has; its rebuild breaks off on the way.
        var disk = new FullDisk();
        var format = IndexFormat.Current with { Fingerprint = "another", OpenDirectory = disk.Open };
        using var node = archive.OpenNode("node", format);
        Assert.Equal((6, 6), (Count(node), Count(archive.Index)));
        disk.FillAfter(6);
        await Assert.ThrowsAsync<IndexWriteException>(() => node.CatchUpAsync(Cancellation));
        Assert.Equal((6, 6), (Count(node), Count(archive.Index)));
        Assert.Equal(oldFiles, FilesOf(archive.IndexDirectory));

        // What is stored meanwhile is found at the old node at once, and at the new one with its new index.
        await archive.AddAsync(Record(7));
        Assert.Equal((6, 7), (Count(node), Count(archive.Index)));
        disk.Free();
        await node.CatchUpAsync(Cancellation);
        Assert.Equal((7, 7), (Count(node), Count(archive.Index)));
        Assert.Equal(archive.Index.IndexedChange, node.IndexedChange);
    }

    [Fact]
    public async Task ANodeThatIsSetBackToTheOldVersionAnswersMeanwhileToo()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 4).Select(Record)]);
        using (var newer = archive.OpenNode("node", IndexFormat.Current with { Fingerprint = "another" }))
            await newer.CatchUpAsync(Cancellation);
        using var node = archive.OpenNode("node", IndexFormat.Current);
        Assert.Equal(4, Count(node));
        await node.CatchUpAsync(Cancellation);
        Assert.Equal((4, 4), (Count(node), Count(archive.Index)));
    }

    private static int Count(ArchiveIndex index) => (int)index.Search(new SearchRequest { Query = "беседа" }, Cancellation).Total;

    private static ArchiveRecord Record(int number) => Documents.Record($"ru/events/{number}");

    private static IReadOnlyList<string> FilesOf(string directory) => [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order()];
}
