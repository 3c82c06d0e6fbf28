using KremlinArchive.Records;

namespace KremlinArchive.Store.Listings;

/// <summary>A document as a feed or a list of the site names it.</summary>
/// <param name="Record">Its identity.</param>
/// <param name="Day">The Moscow day under which it is listed; null where the list gives none.</param>
/// <param name="Address">Its address.</param>
public sealed record ListedDocument(RecordId Record, DateOnly? Day, string Address);
