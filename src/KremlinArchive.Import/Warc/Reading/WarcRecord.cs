namespace KremlinArchive.Import.Warc.Reading;

/// <summary>A record on its way: its header, and its block, which can be read until the next record is asked for.</summary>
/// <param name="Header">What it says of itself.</param>
/// <param name="Block">Its block.</param>
/// <param name="Place">Where it is, for people: <c>record 7, at byte 4711</c>.</param>
internal sealed record WarcRecord(WarcHeader Header, WarcBlock Block, string Place);
