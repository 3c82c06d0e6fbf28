using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Indexing;

/// <summary>Of what makes an index be built anew, and of what readers see meanwhile.</summary>
public sealed class IndexRebuildTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnotherFormatIsBuiltBesideTheOldOneWhichAnswersMeanwhile()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 5).Select(Record)]);
        var disk = new FullDisk();
        var other = IndexFormat.Current with { Fingerprint = "another", OpenDirectory = disk.Open };
        archive.Reopen(other);
        Assert.Equal(5, archive.Ask("беседа").Total);

        // The rebuild breaks off on its way: the old generation still answers, and the new one is continued, not begun again.
        disk.FillAfter(6);
        await Assert.ThrowsAsync<IndexWriteException>(() => archive.Index.CatchUpAsync(Cancellation));
        Assert.Equal(5, archive.Ask("беседа").Total);
        Assert.Equal(["g000001", "g000002"], archive.Generations);
        disk.Free();
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal(5, archive.Ask("беседа").Total);
        Assert.Equal(["g000002"], archive.Generations);
        archive.Reopen(other);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal(["g000002"], archive.Generations);
    }

    [Fact]
    public async Task ADamagedIndexIsRebuilt()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 5).Select(Record)]);
        archive.Index.Dispose();
        foreach (var file in Directory.GetFiles(Path.Combine(archive.IndexDirectory, "g000001"), "*.*").Concat(Directory.GetFiles(Path.Combine(archive.IndexDirectory, "g000001"), "segments*")))
            await File.WriteAllBytesAsync(file, [0, 1, 2, 3], Cancellation);
        archive.Reopen();
        Assert.Equal(0, archive.Ask("").Total);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal((5, 5), (archive.Index.IndexedChange, archive.Ask("беседа").Total));
        Assert.Null(archive.Index.Health.LastError);
    }

    [Fact]
    public async Task ADeletedIndexIsRebuilt()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 5).Select(Record)]);
        archive.Index.Dispose();
        Directory.Delete(archive.IndexDirectory, recursive: true);
        archive.Reopen();
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal(5, archive.Ask("беседа").Total);
    }

    [Fact]
    public async Task AnIndexThatIsDeletedWhileItAnswersIsBuiltAnewAndTheOldOneAnswersUntilThen()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There nobody can delete what is held open.");
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 10).Select(Record)]);
        foreach (var generation in Directory.GetDirectories(archive.IndexDirectory))
            Directory.Delete(generation, recursive: true);
        Assert.Equal(10, archive.Ask("беседа").Total);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var fewest = long.MaxValue;
        var following = archive.Index.FollowAsync(stop.Token);
        while (Directory.GetDirectories(archive.IndexDirectory).Length == 0 || archive.Index.Health.IsRebuilding)
            fewest = Math.Min(fewest, archive.Ask("беседа").Total);
        Assert.Equal(10, Math.Min(fewest, archive.Ask("беседа").Total));
        await stop.CancelAsync();
        await following;
        // Under the old one's name it would be taken for a later state of what is still held open.
        Assert.Equal(["g000002"], archive.Generations);
        archive.Reopen();
        Assert.Equal((10, 10), (archive.Index.IndexedChange, archive.Ask("беседа").Total));
    }

    [Fact]
    public async Task WhatIsWithheldLeavesTheOldIndexBeforeANewOneIsMadeOrCannotBe()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 10).Select(Record)]);
        await archive.WithholdAsync(Record(7).Id);
        var state = archive.Index.State;
        // No generation can be made under a name that a file has.
        await File.WriteAllTextAsync(Path.Combine(archive.IndexDirectory, "g000002"), "", Cancellation);
        await Assert.ThrowsAsync<IndexWriteException>(() => archive.Index.RebuildAsync(Cancellation));
        Assert.Equal((9, 10), (archive.Ask("беседа").Total, archive.Index.IndexedChange));
        Assert.NotEqual(state, archive.Index.State);

        File.Delete(Path.Combine(archive.IndexDirectory, "g000002"));
        await archive.Index.RebuildAsync(Cancellation);
        Assert.Equal((9, 11), (archive.Ask("беседа").Total, archive.Index.IndexedChange));
    }

    [Fact]
    public async Task AnIndexAheadOfItsLogIsRebuilt()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 5).Select(Record)]);
        using var younger = await SearchedArchive.WithAsync(Record(9));
        Replace(younger, archive);
        younger.Reopen();
        await younger.Index.CatchUpAsync(Cancellation);
        Assert.Equal([9], younger.Find("беседа"));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(5, true)]
    [InlineData(5, false)]
    public async Task AnIndexOfAnotherLogIsRebuilt(int changes, bool isFinished)
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(101, changes).Select(Record)]);
        using var foreign = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 3).Select(Record)]);
        Replace(archive, foreign);
        if (!isFinished)
            File.Delete(Path.Combine(archive.IndexDirectory, "current"));
        archive.Reopen();
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal(Enumerable.Range(101, changes), archive.Find("").Order());
    }

    [Fact(Timeout = 60_000)]
    public async Task FollowingRebuildsAnIndexOfAnotherLogOfTheSameLength()
    {
        using var archive = await SearchedArchive.WithAsync(Record(101));
        using var foreign = await SearchedArchive.WithAsync(Record(1));
        Replace(archive, foreign);
        archive.Reopen();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var following = archive.Index.FollowAsync(stop.Token);
        while (archive.Find("") is not [101])
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task ARebuildWhileSearchesHoldTheOldViewDoesNotDisturbThem()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 5).Select(Record)]);
        using var stop = new CancellationTokenSource();
        var searches = Task.Run(() =>
        {
            var count = 0;
            for (; !stop.IsCancellationRequested; count++)
                Assert.Equal(5, archive.Ask("беседа").Total);
            return count;
        }, Cancellation);
        for (var i = 0; i < 3; i++)
            await archive.Index.RebuildAsync(Cancellation);
        await stop.CancelAsync();
        Assert.True(await searches > 0);
        Assert.Equal(["g000004"], archive.Generations);
    }

    /// <summary>Ends both indexes and puts the files of the foreign one into the archive's place.</summary>
    private static void Replace(SearchedArchive archive, SearchedArchive foreign)
    {
        archive.Index.Dispose();
        foreign.Index.Dispose();
        Directory.Delete(archive.IndexDirectory, recursive: true);
        Directory.Move(foreign.IndexDirectory, archive.IndexDirectory);
    }

    private static ArchiveRecord Record(int number) => Documents.Record($"ru/events/{number}");
}
