using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Thesaurus;

namespace KremlinArchive.Search.Queries;

/// <summary>A request's query, read: as it was typed, and as it is looked for.</summary>
/// <param name="Parsed">As typed.</param>
/// <param name="Sought">With other names for the same, if the request wants them; null for every record.</param>
internal sealed record QueryReading(ParsedQuery Parsed, QueryNode? Sought)
{
    public static QueryReading Of(SearchRequest request)
    {
        var parsed = QueryReader.Read(request.Query, request.Interface);
        return new QueryReading(parsed, request.Expands ? new ThesaurusReading(ArchiveThesaurus.Current).Read(parsed.Root) : parsed.Root);
    }

    /// <summary>True if superseded versions are searched in place of the records as they stand.</summary>
    public bool IsOfVersions => Parsed.Parts.OfType<VersionsNode>().Any();

    /// <summary>The parts of the query, each with the query without it.</summary>
    public IReadOnlyList<QueryPart> Parts(Language language) =>
        [.. Parsed.Parts.Select(part => new QueryPart(QueryWriter.Write(part, language), QueryWriter.Write(Without(part), language), KindOf(part)))];

    /// <summary>What the thesaurus added.</summary>
    public IReadOnlyList<OtherNames> OtherNames =>
        [.. ThesaurusReading.NamesOf(Sought).Select(names => new OtherNames(QueryWriter.Write(names.Typed, Language.Russian), names.Names))];

    private static QueryPartKind KindOf(QueryNode part) => part switch
    {
        WordsNode { IsQuoted: false, Words: [AnyFormWord, ..] } => QueryPartKind.Word,
        NotNode => QueryPartKind.Exclusion,
        _ => QueryPartKind.Clause,
    };

    private QueryNode? Without(QueryNode part)
    {
        List<QueryNode> others = [.. Parsed.Parts.Where(other => !ReferenceEquals(other, part))];
        return others.Count switch
        {
            0 => null,
            1 => others[0],
            _ => new AllNode(others),
        };
    }
}
