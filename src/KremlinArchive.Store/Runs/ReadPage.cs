using KremlinArchive.Store.Captures;

namespace KremlinArchive.Store.Runs;

/// <summary>A capture together with what was read from it, ready to be stored.</summary>
public sealed record ReadPage(Capture Capture, PageReading Reading);
