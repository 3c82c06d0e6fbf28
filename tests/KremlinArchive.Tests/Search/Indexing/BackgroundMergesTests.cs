using KremlinArchive.Search;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Tests.Support;
using Lucene.Net.Documents;
using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace KremlinArchive.Tests.Search.Indexing;

public sealed class BackgroundMergesTests
{
    /// <summary>So many small segments may stand side by side, and so many in an index that has just been built.</summary>
    private const int Few = 4, Enough = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task WhatIsStoredIsFoundWhileSegmentsAreMergedAndTheirMergeIsShownAfterwards()
    {
        using var gate = new ManualResetEventSlim();
        var begun = 0;
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = path => new HeldMerges(path, gate, () => Interlocked.Increment(ref begun)) });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var following = archive.Index.FollowAsync(stop.Token);
        try
        {
            for (var number = 1; number <= 12; number++)
            {
                await archive.StoreAsync(Documents.Record($"ru/events/{number}"));
                while (archive.Ask("беседа").Total < number)
                    await Task.Delay(1, Cancellation);
            }

            Assert.Equal(1, begun);
            Assert.True(Segments(archive) > Few, "Nothing was merged yet.");
        }
        finally
        {
            gate.Set();
        }

        while (Segments(archive) > Few)
            await Task.Delay(1, Cancellation);
        Assert.Equal((12, 12), (archive.Ask("беседа").Total, archive.Index.IndexedChange));
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task ACatchUpEndsWithAllMerged()
    {
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current);
        for (var number = 1; number <= 12; number++)
            await archive.AddAsync(Documents.Record($"ru/events/{number}"));
        Assert.InRange(Segments(archive), 1, Few);
        Assert.Equal(12, archive.Ask("беседа").Total);
    }

    [Fact(Timeout = 60_000)]
    public async Task AnIndexThatNobodySearchesMergesOnAllProcessors()
    {
        using var gate = new ManualResetEventSlim();
        var begun = 0;
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current);
        using var shelf = Unsearched(archive, files => new HeldMerges(files, gate, () => Interlocked.Increment(ref begun)));
        Write(shelf, 24);

        var settling = shelf.SettleAsync();
        while (Volatile.Read(ref begun) < Math.Min(2, Environment.ProcessorCount))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        gate.Set();
        await settling;
        shelf.ThrowIfFailed();
        shelf.Commit(CommitMark.None);
        Assert.InRange(Segments(archive), 1, Enough);
    }

    [Fact(Timeout = 60_000)]
    public async Task AnIndexThatIsNearlyWrittenMergesBesideWhatFollows()
    {
        using var gate = new ManualResetEventSlim();
        var begun = 0;
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current);
        using var shelf = Unsearched(archive, files => new HeldMerges(files, gate, () => Interlocked.Increment(ref begun)));
        Write(shelf, 20);
        Assert.Equal(0, begun);

        shelf.BeginSettling();
        while (Volatile.Read(ref begun) == 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        shelf.LeaveTheRest();
        Write(shelf, 4);
        var beside = Segments(archive);
        gate.Set();
        await shelf.SettleAsync();
        shelf.ThrowIfFailed();
        shelf.Commit(CommitMark.None);
        Assert.InRange(Segments(archive), 1, Enough);
        Assert.InRange(beside, 24, int.MaxValue);
    }

    [Fact]
    public async Task AMergeWithoutRoomIsToldAndWhatWasCommittedIsFound()
    {
        var disk = new FullDisk { IsForMergesAlone = true };
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = disk.Open });
        disk.FillAfter(0);
        var (stored, failure) = await AddUntilAMergeFailsAsync(archive);
        Assert.Contains("No space left", failure.Message, StringComparison.Ordinal);
        Assert.Equal((stored, stored), (archive.Ask("беседа").Total, archive.Index.IndexedChange));

        disk.Free();
        await archive.AddAsync(Documents.Record("ru/events/100"));
        Assert.Equal(stored + 1, archive.Ask("беседа").Total);
        Assert.InRange(Segments(archive), 1, Few);
    }

    [Fact]
    public async Task DamageThatAMergeMeetsHasTheIndexBuiltAnew()
    {
        var disk = new FullDisk { IsForMergesAlone = true };
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current with { OpenDirectory = disk.Open });
        disk.Damage();
        var (stored, _) = await AddUntilAMergeFailsAsync(archive);

        disk.Free();
        await archive.Index.CatchUpAsync(Cancellation);
        Assert.Equal("g000002", Path.GetFileName(Assert.Single(Directory.GetDirectories(archive.IndexDirectory))));
        Assert.Equal(stored, archive.Ask("беседа").Total);
    }

    private static async Task<(int Stored, IndexWriteException Failure)> AddUntilAMergeFailsAsync(SearchedArchive archive)
    {
        for (var number = 1; ; number++)
        {
            await archive.StoreAsync(Documents.Record($"ru/events/{number}"));
            if (await Record.ExceptionAsync(() => archive.Index.CatchUpAsync(Cancellation)) is { } failure)
                return (number, Assert.IsType<IndexWriteException>(failure));
            Assert.InRange(number, 1, 20);
        }
    }

    /// <summary>A writer of an index that nobody searches yet.</summary>
    private static ShelfWriter Unsearched(SearchedArchive archive, Func<string, Lucene.Net.Store.Directory> open)
    {
        var path = Directory.CreateDirectory(Path.Combine(archive.IndexDirectory, "g000001"));
        return new ShelfWriter(path.FullName, IndexFormat.Current with { OpenDirectory = open }, megabytes: 1, isSearched: false);
    }

    /// <summary>Writes as many segments of one document.</summary>
    private static void Write(ShelfWriter shelf, int segments)
    {
        for (var left = segments; left > 0; left--)
        {
            shelf.Add([[new StringField(FieldNames.Id, $"ru/events/{left}", Field.Store.NO)]]);
            shelf.Commit(CommitMark.None);
        }
    }

    /// <summary>How many segments of records the last commit has or a merge has left.</summary>
    private static int Segments(SearchedArchive archive) => Directory.GetFiles(Directory.GetDirectories(archive.IndexDirectory).Single(), "*.si").Length;

    /// <summary>The files of an index whose merges wait at a gate.</summary>
    private sealed class HeldMerges(string path, ManualResetEventSlim gate, Action begins) : FilterDirectory(new NIOFSDirectory(path))
    {
        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            if (context.Context == IOContext.UsageContext.MERGE && !gate.IsSet)
            {
                begins();
                gate.Wait();
            }

            return base.CreateOutput(name, context);
        }
    }
}
