using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Store.Runs;

/// <summary>A capture together with what was read from it, ready to be stored.</summary>
public sealed record ReadPage(Capture Capture, PageReading Reading)
{
    /// <summary>How far the plan that led to it has come with it; null for what was not fetched.</summary>
    public FetchProgress? Progress { get; init; }
}
