using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries;

/// <summary>A query as it was understood.</summary>
/// <param name="Parts">What it asks for and rules out, in order; nothing for every record.</param>
/// <param name="Warnings">How it was read where it could not be taken as it stood.</param>
internal sealed record ParsedQuery(IReadOnlyList<QueryPart> Parts, IReadOnlyList<SearchWarning> Warnings)
{
    /// <summary>The parts that a record must have, which are the ones to be marked.</summary>
    public IReadOnlyList<QueryPart> Wanted { get; } = [.. Parts.Where(part => !part.IsExcluded)];
}
