using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Indexing;

public sealed class IndexUpkeepTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheIndexReachesTheHeadOfTheLogBatchByBatch()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 10).Select(Record)]);
        Assert.Equal((10, 10), (archive.Index.IndexedChange, archive.Ask("").Total));
        await archive.AddAsync(Record(11));
        Assert.Equal((11, 11), (archive.Index.IndexedChange, archive.Ask("").Total));
    }

    [Fact]
    public async Task ARevisionReplacesTheRecord()
    {
        using var archive = await SearchedArchive.WithAsync(Record(1), Record(2));
        await archive.AddAsync(Documents.Record("ru/events/1", "Новое название", "Другое."));
        Assert.Equal([1], archive.Find("новое название"));
        Assert.Equal([2], archive.Find("беседа"));
    }

    [Fact]
    public async Task TheStateIsThatOfTheChangesAndTheirAnalysisWhereverTheyAreIndexed()
    {
        using var archive = await SearchedArchive.WithAsync(Record(1));
        var one = archive.Index.State;
        await archive.Index.RebuildAsync(Cancellation);
        Assert.Equal(one, archive.Index.State);
        await archive.AddAsync(Record(2));
        Assert.NotEqual(one, archive.Index.State);
    }

    [Fact]
    public async Task AReopenedIndexGoesOnWhereItsLastCommitWas()
    {
        using var archive = await SearchedArchive.WithAsync([.. Enumerable.Range(1, 4).Select(Record)]);
        await archive.StoreAsync(Record(5));
        archive.Reopen();
        Assert.Equal((4, 4), (archive.Index.IndexedChange, archive.Ask("").Total));
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal((5, 5), (archive.Index.IndexedChange, archive.Ask("").Total));
    }

    [Fact]
    public async Task AWriterKilledBetweenCommitsLosesNothing()
    {
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current);
        await archive.AddAsync([.. Enumerable.Range(1, 3).Select(Record)]);
        await archive.StoreAsync([.. Enumerable.Range(4, 6).Select(Record)]);

        // What a killed process leaves behind: files of segments that no commit names, a commit half written, and Lucene's lock file.
        var generation = Directory.GetDirectories(archive.IndexDirectory).Single();
        var lastCommit = Directory.GetFiles(generation, "segments_*").Select(path => int.Parse(Path.GetFileName(path)["segments_".Length..], System.Globalization.CultureInfo.InvariantCulture)).Max();
        foreach (var name in new[] { "_7.fdt", "_7.fdx", "_7.si", $"segments_{lastCommit + 1}", "write.lock" })
            await File.WriteAllBytesAsync(Path.Combine(generation, name), [1, 2, 3], Cancellation);
        archive.Reopen();
        Assert.Equal(3, archive.Index.IndexedChange);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal((9, 9), (archive.Index.IndexedChange, archive.Ask("беседа").Total));
    }

    [Fact]
    public async Task AFullDiskLosesNothingAndSearchingGoesOn()
    {
        var disk = new FullDisk();
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = disk.Open });
        await archive.AddAsync([.. Enumerable.Range(1, 3).Select(Record)]);
        await archive.StoreAsync([.. Enumerable.Range(4, 20).Select(Record)]);
        var failures = 0;
        for (var files = 0; files < 40; files += 3)
        {
            disk.FillAfter(files);
            var failure = await Record(() => archive.Index.CatchUpAsync(Cancellation));
            disk.Free();
            if (failure is not null)
            {
                failures++;
                Assert.Contains("No space left", archive.Index.Health.LastError, StringComparison.Ordinal);
            }

            Assert.Equal(archive.Index.IndexedChange, archive.Ask("беседа").Total);
        }

        // Each attempt found the disk full at another file.
        Assert.InRange(failures, 10, 14);
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal((23, 23), (archive.Index.IndexedChange, archive.Ask("беседа").Total));
        Assert.Null(archive.Index.Health.LastError);
    }

    [Fact]
    public async Task AFullDiskIsToldWithThePlaceAndTheReason()
    {
        var disk = new FullDisk();
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = disk.Open });
        await archive.AddAsync(Record(1));
        await archive.StoreAsync(Record(2));
        disk.FillAfter(0);
        var failure = await Assert.ThrowsAsync<IndexWriteException>(() => archive.Index.CatchUpAsync(Cancellation));
        Assert.Contains(archive.IndexDirectory, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(": No space left on device", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamageThatAWritingThreadMeetsLeadsToARebuild()
    {
        var disk = new FullDisk();
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = disk.Open });
        await archive.AddAsync([.. Enumerable.Range(1, 3).Select(Record)]);
        await archive.StoreAsync([.. Enumerable.Range(4, 3).Select(Record)]);
        disk.Damage();
        await Assert.ThrowsAsync<IndexWriteException>(() => archive.Index.CatchUpAsync(Cancellation));
        disk.Free();
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal(["g000002"], archive.Generations);
        Assert.Equal(6, archive.Ask("беседа").Total);
    }

    [Fact]
    public async Task ASecondIndexFollowsAndTakesOverWhenTheFirstEnds()
    {
        using var archive = await SearchedArchive.WithAsync(Record(1));
        using var follower = archive.OpenAnother();
        Assert.True(archive.Index.IsWriter);
        Assert.False(follower.IsWriter);
        await archive.AddAsync(Record(2));
        await follower.CatchUpAsync(Cancellation);
        Assert.Equal(2, follower.IndexedChange);
        await archive.Index.RebuildAsync(Cancellation);
        await archive.AddAsync(Record(3));
        await follower.CatchUpAsync(Cancellation);
        Assert.Equal(3, follower.IndexedChange);
        await Assert.ThrowsAsync<InvalidOperationException>(() => follower.RebuildAsync(Cancellation));

        await archive.StoreAsync(Record(4));
        archive.Index.Dispose();
        await follower.CatchUpAsync(Cancellation);
        Assert.True(follower.IsWriter);
        Assert.Equal(4, follower.IndexedChange);
    }

    [Fact]
    public async Task AnIndexSwappedWhileAFollowerOpensItIsNotTakenForDamaged()
    {
        using var archive = await SearchedArchive.WithAsync(Record(1));
        var swaps = 1;
        using var follower = archive.OpenAnother(IndexFormat.Current with { OpenDirectory = Open });
        Assert.NotNull(follower.Health.LastError);
        swaps = 1;
        var failure = await Assert.ThrowsAsync<IndexWriteException>(() => follower.CatchUpAsync(Cancellation));
        Assert.Contains("could not be read", failure.Message, StringComparison.Ordinal);

        archive.Index.Dispose();
        await follower.CatchUpAsync(Cancellation);
        Assert.True(follower.IsWriter);
        Assert.Equal((1, null), (follower.IndexedChange, follower.Health.LastError));
        Assert.Equal(["g000003"], archive.Generations);

        Lucene.Net.Store.Directory Open(string path)
        {
            if (swaps-- > 0)
                archive.Index.RebuildAsync(Cancellation).Wait(Cancellation);
            return IndexFormat.Current.OpenDirectory(path);
        }
    }

    [Fact]
    public async Task APointerThatCannotBeReadIsToldAndDoesNotEndTheStart()
    {
        using var archive = await SearchedArchive.WithAsync(Record(1));
        await using (File.Open(Path.Combine(archive.IndexDirectory, "current"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            archive.Reopen();
            Assert.Contains("current", archive.Index.Health.LastError, StringComparison.Ordinal);
            await Assert.ThrowsAsync<IndexWriteException>(() => archive.Index.CatchUpAsync(Cancellation));
        }

        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Null(archive.Index.Health.LastError);
        Assert.Equal((1, "g000001"), (archive.Ask("").Total, Assert.Single(archive.Generations)));
    }

    [Fact(Timeout = 60_000)]
    public async Task FollowingSeesWhatIsStoredAndEndsWhenToldTo()
    {
        using var archive = await SearchedArchive.WithAsync(Record(1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var following = archive.Index.FollowAsync(stop.Token);
        await archive.StoreAsync(Record(2));
        while (archive.Index.IndexedChange < 2)
            await YieldAsync();
        Assert.Equal(2, archive.Ask("беседа").Total);
        await stop.CancelAsync();
        await following;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AFirstIndexForWhichThereIsNoRoomIsMadeWhenThereIs(int files)
    {
        var disk = new FullDisk();
        disk.FillAfter(files);
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = disk.Open });
        await archive.StoreAsync(Record(1));
        await Assert.ThrowsAsync<IndexWriteException>(() => archive.Index.CatchUpAsync(Cancellation));
        disk.Free();
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal((1, 1), (archive.Index.IndexedChange, archive.Ask("беседа").Total));
    }

    [Fact(Timeout = 60_000)]
    public async Task FollowingSurvivesAFullDisk()
    {
        var disk = new FullDisk();
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = disk.Open });
        await archive.AddAsync(Record(1));
        disk.FillAfter(0);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var following = archive.Index.FollowAsync(stop.Token);
        await archive.StoreAsync(Record(2));
        while (archive.Index.Health.LastError is null)
            await YieldAsync();
        Assert.Equal(1, archive.Ask("беседа").Total);
        disk.Free();
        while (archive.Index.IndexedChange < 2)
            await YieldAsync();
        await stop.CancelAsync();
        await following;
        Assert.Equal(2, archive.Ask("беседа").Total);
    }

    private static async Task YieldAsync()
    {
        Cancellation.ThrowIfCancellationRequested();
        await Task.Yield();
    }

    private static ArchiveRecord Record(int number) => Documents.Record($"ru/events/{number}");

    private static Task<Exception?> Record(Func<Task> act) => Xunit.Record.ExceptionAsync(act).AsTask()!;
}
