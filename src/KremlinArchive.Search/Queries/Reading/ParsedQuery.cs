using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>A query as it was understood.</summary>
/// <param name="Root">What it asks for; null for every record.</param>
/// <param name="Warnings">How it was read where it could not be taken as it stood.</param>
internal sealed record ParsedQuery(QueryNode? Root, IReadOnlyList<SearchWarning> Warnings)
{
    /// <summary>What must hold together, each thing for itself; empty for every record.</summary>
    public IReadOnlyList<QueryNode> Parts => Root switch
    {
        null => [],
        AllNode all => all.Parts,
        var single => [single],
    };
}
