using System.Collections.Concurrent;
using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Store.Changes;
using Lucene.Net.Index;

namespace KremlinArchive.Tests.Search.Indexing;

public sealed class BatchesInFlightTests
{
    [Fact(Timeout = 30_000)]
    public async Task ABatchIsWrittenBesideOneThatTakesLong()
    {
        using var gate = new ManualResetEventSlim();
        using var written = new BlockingCollection<long>();
        var batches = new BatchesInFlight(2, batch => Write(batch, gate, written));
        await batches.AddAsync(Batch(1, record: 1));
        await batches.AddAsync(Batch(2, record: 2));
        Assert.Equal(2, written.Take(TestContext.Current.CancellationToken));
        gate.Set();
        await batches.DrainAsync();
        Assert.Equal(1, written.Take(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task TwoStatesOfARecordAreWrittenInTheirOrder()
    {
        using var gate = new ManualResetEventSlim();
        using var written = new BlockingCollection<long>();
        var batches = new BatchesInFlight(2, batch => Write(batch, gate, written));
        await batches.AddAsync(Batch(1, record: 7));
        var second = batches.AddAsync(Batch(2, record: 7));
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        gate.Set();
        await second;
        await batches.DrainAsync();
        Assert.Equal([1, 2], written);
    }

    [Fact]
    public async Task TheFailureThatTellsTheCauseIsThrown()
    {
        var batches = new BatchesInFlight(2, batch =>
        {
            if (batch[0].Number == 1)
                throw new ObjectDisposedException("the writer");
            throw new CorruptIndexException("Checksum mismatch");
        });
        await batches.AddAsync(Batch(1, record: 1));
        await batches.AddAsync(Batch(2, record: 2));
        await Assert.ThrowsAsync<CorruptIndexException>(batches.DrainAsync);
        await batches.DrainAsync();
    }

    [Fact]
    public async Task AFailureShowsWhenTheNextBatchNeedsAPlace()
    {
        var batches = new BatchesInFlight(1, _ => throw new IOException("No space left on device"));
        await batches.AddAsync(Batch(1, record: 1));
        await Assert.ThrowsAsync<IOException>(() => batches.AddAsync(Batch(2, record: 2)));
    }

    private static void Write(IReadOnlyList<RecordChange> batch, ManualResetEventSlim gate, BlockingCollection<long> written)
    {
        if (batch[0].Number == 1)
            gate.Wait();
        written.Add(batch[0].Number);
    }

    private static IReadOnlyList<RecordChange> Batch(long change, int record) => [new RecordChange(change, RecordId.Parse($"ru/events/{record}")!, null, [], IsFirst: true)];
}
