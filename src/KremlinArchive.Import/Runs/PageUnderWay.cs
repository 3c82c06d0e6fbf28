using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Runs;

/// <summary>A page between its reading from disk and its storing: its place in the order is fixed, its reading follows.</summary>
internal sealed class PageUnderWay(SourceEntry entry)
{
    private readonly TaskCompletionSource<PageReading> reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Capture Capture => entry.Capture;

    public PageReading? Verdict => entry.Verdict;

    public long Taken => entry.Taken;

    public FetchProgress? Progress => entry.Progress;

    /// <summary>What the page counts for in the budget: its bytes, and something for what has none.</summary>
    public long Weight => Capture.Bytes.Length + 1024;

    /// <summary>What was read from it, as soon as it is.</summary>
    public Task<PageReading> Reading => reading.Task;

    public void Read(PageReading result) => reading.TrySetResult(
        entry.Only is { } only && result is PageReading.Documents documents
            ? documents with { Records = [.. documents.Records.Where(record => only.Contains(record.Id))] }
            : result);
}
