using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries;

/// <summary>Trees that ask for less than another one: phrases as words near each other, then as words anywhere; no dates.</summary>
internal static class Loosening
{
    private const int Reach = 10;

    /// <summary>Trees with looser phrases, the strictest first; none for a tree without a phrase or a form to loosen.</summary>
    public static IEnumerable<QueryNode> Phrases(QueryNode root)
    {
        var near = Change(root, static words => words.Words.Count > 1 ? words with { Words = [.. words.Words.Select(AnyForm)], Reach = Math.Max(Reach, words.Reach), IsQuoted = true } : Words(words));
        if (Differ(near, root))
            yield return near!;
        var apart = Change(root, Words);
        if (Differ(apart, root) && Differ(apart, near!))
            yield return apart!;
    }

    /// <summary>The tree without the dates of publication that all of it must meet; null where it has none or asks for nothing else.</summary>
    public static QueryNode? Dates(QueryNode root)
    {
        if (root is not AllNode all)
            return null;
        List<QueryNode> others = [.. all.Parts.Where(part => part is not PublishedNode)];
        if (others.Count == all.Parts.Count || others.Count == 0)
            return null;
        return others.Count == 1 ? others[0] : new AllNode(others);
    }

    private static bool Differ(QueryNode? one, QueryNode other) => one is not null && QueryWriter.Identity(one) != QueryWriter.Identity(other);

    private static QueryNode Words(WordsNode node)
    {
        List<QueryNode> words = [.. node.Words.Select(word => new WordsNode([AnyForm(word)]))];
        return words.Count == 1 ? words[0] : new AllNode(words);
    }

    private static QueryWord AnyForm(QueryWord word) =>
        word is ExactWord exact ? new AnyFormWord(exact.Typed, Analysis.Lexicon.Of(exact.Typed, isShouted: false)) : word;

    private static QueryNode? Change(QueryNode node, Func<WordsNode, QueryNode> change) => node switch
    {
        AllNode all => Join(all.Parts, change, static parts => new AllNode(parts)),
        AnyNode any => Join(any.Parts, change, static parts => new AnyNode(parts)),
        FieldNode field => Change(field.Part, change) is { } part ? new FieldNode(field.Field, part) : null,
        WordsNode words => change(words),
        CompoundNode compound => Words(compound.Words),
        _ => node,
    };

    private static QueryNode? Join(IReadOnlyList<QueryNode> parts, Func<WordsNode, QueryNode> change, Func<IReadOnlyList<QueryNode>, QueryNode> join)
    {
        List<QueryNode> changed = [.. parts.Select(part => Change(part, change)).OfType<QueryNode>()];
        return changed.Count switch
        {
            0 => null,
            1 => changed[0],
            _ => join(changed),
        };
    }
}
