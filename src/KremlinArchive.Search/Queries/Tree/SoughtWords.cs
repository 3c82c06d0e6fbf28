namespace KremlinArchive.Search.Queries.Tree;

/// <summary>Words that a query wants, with where it looks for them: what is counted, shown and marked in a hit.</summary>
/// <param name="Words">The words.</param>
/// <param name="Field">The only field that they are looked for in; null for all.</param>
/// <param name="Speaker">What the label of a speaker must hold in whose words alone they are looked for; null for everybody's.</param>
internal sealed record SoughtWords(WordsNode Words, QueryField? Field, QueryNode? Speaker)
{
    /// <summary>All that a query wants; nothing that it rules out.</summary>
    public static IReadOnlyList<SoughtWords> Of(QueryNode? root) => root is null ? [] : [.. Of(root, null, null)];

    /// <summary>Whose words alone the parts of a group are looked for in: a speaker named in the group, else the one of the group around it.</summary>
    public static QueryNode? SpeakerOf(AllNode all, QueryNode? around)
    {
        List<QueryNode> speakers = [.. all.Parts.OfType<FieldNode>().Where(part => part.Field == QueryField.Speaker).Select(part => part.Part)];
        return speakers.Count switch
        {
            0 => around,
            1 => speakers[0],
            _ => new AnyNode(speakers),
        };
    }

    private static IEnumerable<SoughtWords> Of(QueryNode node, QueryField? field, QueryNode? speaker) => node switch
    {
        AllNode all => all.Parts.SelectMany(part => Of(part, field, SpeakerOf(all, speaker))),
        AnyNode any => any.Parts.SelectMany(part => Of(part, field, speaker)),
        FieldNode { Field: QueryField.Title or QueryField.Text or QueryField.Speaker } inner => Of(inner.Part, inner.Field, inner.Field == QueryField.Speaker ? null : speaker),
        WordsNode words => [new SoughtWords(words, field, speaker)],
        DateNode date => Of(date.Said, field, speaker),
        CompoundNode compound => Of(compound.Words, field, speaker).Concat(compound.Whole.Select(whole => new SoughtWords(whole, field, speaker))),
        AlternativesNode alternatives => Of(alternatives.Typed, field, speaker).Concat(alternatives.Others.Select(other => new SoughtWords(other, field, speaker))),
        _ => [],
    };
}
