namespace KremlinArchive.Search.Answers;

/// <summary>A part of a query as it was read.</summary>
/// <param name="Text">The part, with the operators and field names of the interface language.</param>
/// <param name="Without">The query without it; empty if it was all.</param>
/// <param name="Kind">What it is.</param>
public sealed record QueryPart(string Text, string Without, QueryPartKind Kind);

/// <summary>What a part of a query is.</summary>
public enum QueryPartKind
{
    /// <summary>A word in any form.</summary>
    Word,

    /// <summary>Anything else that is asked for: a phrase, a choice, a field, a date.</summary>
    Clause,

    /// <summary>What is ruled out.</summary>
    Exclusion,
}
