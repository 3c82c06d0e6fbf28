namespace KremlinArchive.Records;

/// <summary>A number space of the site: two records with one number in different collections have nothing in common.</summary>
public enum Collection
{
    /// <summary>News, transcripts, letters, trips and all else that shares the numbers of the short links <c>/d/N</c>.</summary>
    Events,

    /// <summary>The acts bank, <c>/acts/bank/N</c>.</summary>
    Acts,

    /// <summary>Papers that accompany an event, <c>/supplement/N</c>.</summary>
    Supplement,
}

/// <summary>The names of collections in identities, addresses and the API.</summary>
public static class CollectionCodes
{
    /// <summary><c>events</c>, <c>acts</c> or <c>supplement</c>.</summary>
    public static string Code(this Collection collection) => collection switch
    {
        Collection.Events => "events",
        Collection.Acts => "acts",
        Collection.Supplement => "supplement",
        _ => throw new ArgumentOutOfRangeException(nameof(collection), collection, "There is no such collection."),
    };

    /// <summary>The collection of a code; null for any other text.</summary>
    public static Collection? Parse(string? code) => code switch
    {
        "events" => Collection.Events,
        "acts" => Collection.Acts,
        "supplement" => Collection.Supplement,
        _ => null,
    };
}
