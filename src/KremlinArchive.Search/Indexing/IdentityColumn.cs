using KremlinArchive.Records;

namespace KremlinArchive.Search.Indexing;

/// <summary>Identities as numbers: the order of ties.</summary>
internal static class IdentityColumn
{
    /// <summary>Ordered by collection, number, language.</summary>
    public static long Pack(RecordId id) => ((long)id.Collection << 40) | ((long)id.Number << 1) | (id.Language == Language.English ? 1L : 0L);
}
