using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>A piece of a query's text that has a meaning of its own.</summary>
internal abstract record QueryToken
{
    internal sealed record Open : QueryToken;

    internal sealed record Close : QueryToken;

    internal sealed record Or : QueryToken;

    internal sealed record And : QueryToken;

    internal sealed record Not : QueryToken;

    /// <summary>A field's name with its colon.</summary>
    internal sealed record Field(QueryField Name, string Typed) : QueryToken;

    /// <summary>Characters without a space between them; what of them is a word is decided later.</summary>
    internal sealed record Chunk(string Text, bool IsExact) : QueryToken;

    /// <summary>What stands in quotation marks.</summary>
    /// <param name="Reach">How far apart the words may stand; null for side by side.</param>
    internal sealed record Phrase(string Text, bool IsExact, int? Reach) : QueryToken;
}
