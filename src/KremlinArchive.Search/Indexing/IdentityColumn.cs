using KremlinArchive.Records;

namespace KremlinArchive.Search.Indexing;

/// <summary>Identities as numbers: the order of ties.</summary>
internal static class IdentityColumn
{
    private const long LanguageBit = 1;

    /// <summary>Ordered by collection, number, language.</summary>
    public static long Pack(RecordId id) => ((long)id.Collection << 40) | ((long)id.Number << 1) | (id.Language == Language.English ? LanguageBit : 0);

    /// <summary>The language of a packed identity.</summary>
    public static Language LanguageOf(long identity) => (identity & LanguageBit) == 0 ? Language.Russian : Language.English;

    /// <summary>The packed identity of the translation.</summary>
    public static long Translation(long identity) => identity ^ LanguageBit;
}
