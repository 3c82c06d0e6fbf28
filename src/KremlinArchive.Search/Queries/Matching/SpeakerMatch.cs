using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Which of the speakers of a record a part of a query means, once it is known which of them each of its words finds.</summary>
internal static class SpeakerMatch
{
    /// <summary>Tells for each speaker whether he is meant.</summary>
    /// <param name="speakers">How many there are.</param>
    /// <param name="find">Tells for each speaker whether the words stand in his label.</param>
    public static bool[] Of(QueryNode node, int speakers, Func<WordsNode, bool[]> find)
    {
        return node switch
        {
            WordsNode words => find(words),
            AllNode all => Join(all.Parts, true, static (one, other) => one && other),
            AnyNode any => Join(any.Parts, false, static (one, other) => one || other),
            NotNode not => Array.ConvertAll(Of(not.Part, speakers, find), static meant => !meant),
            FieldNode field => Of(field.Part, speakers, find),
            DateNode date => find(date.Said),
            CompoundNode compound => Join([compound.Words, .. compound.Whole], false, static (one, other) => one || other),
            AlternativesNode alternatives => Join([alternatives.Typed, .. alternatives.Others], false, static (one, other) => one || other),
            _ => new bool[speakers],
        };

        bool[] Join(IReadOnlyList<QueryNode> parts, bool start, Func<bool, bool, bool> join)
        {
            var joined = new bool[speakers];
            Array.Fill(joined, start);
            foreach (var part in parts)
            {
                var meant = Of(part, speakers, find);
                for (var i = 0; i < joined.Length; i++)
                    joined[i] = join(joined[i], meant[i]);
            }

            return joined;
        }
    }

    /// <summary>True if nobody is meant in whose label none of the words stand.</summary>
    public static bool IsBySaid(QueryNode node) => node switch
    {
        NotNode => false,
        AllNode all => all.Parts.Any(IsBySaid),
        AnyNode any => any.Parts.All(IsBySaid),
        FieldNode field => IsBySaid(field.Part),
        _ => true,
    };

    /// <summary>The words that it looks for in labels.</summary>
    public static IEnumerable<WordsNode> WordsOf(QueryNode node) => node switch
    {
        WordsNode words => [words],
        AllNode all => all.Parts.SelectMany(WordsOf),
        AnyNode any => any.Parts.SelectMany(WordsOf),
        NotNode not => WordsOf(not.Part),
        FieldNode field => WordsOf(field.Part),
        DateNode date => [date.Said],
        CompoundNode compound => [compound.Words, .. compound.Whole],
        AlternativesNode alternatives => [.. WordsOf(alternatives.Typed), .. alternatives.Others],
        _ => [],
    };
}
