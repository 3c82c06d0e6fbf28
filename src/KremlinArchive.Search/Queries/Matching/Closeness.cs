using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>What ranks a record higher beside having the words: that they stand together, and that they are its whole title.</summary>
internal static class Closeness
{
    private const int Reach = 4, MostWords = 8;
    private const float Share = 0.3f;

    /// <summary>The title that is nothing but the words, as one term; null for a tree that asks for no plain words.</summary>
    public static string? WholeTitle(QueryNode root) => Plain(root) is { Count: > 0 } plain ? string.Join(' ', plain.Select(word => Spelling.Fold(word.Typed))) : null;

    /// <summary>The neighbours among the words, each pair as what it counts where it stands together; none for a tree of other than plain words.</summary>
    /// <param name="words">Makes the query of some words that count a share of what they would by themselves.</param>
    public static IReadOnlyList<WordsQuery> Pairs(QueryNode root, Func<WordsNode, float, WordsQuery> words) => Plain(root) is { Count: > 1 and <= MostWords } plain
        ? [.. plain.Zip(plain.Skip(1), (first, second) => words(new WordsNode([first, second], Reach), Share))]
        : [];

    /// <summary>The words of a query that is nothing but words and phrases, in order; none for any other.</summary>
    private static List<QueryWord> Plain(QueryNode root)
    {
        List<QueryWord> plain = [.. (root is AllNode all ? all.Parts : [root]).SelectMany(WordsOf)];
        return plain.TrueForAll(word => word is AnyFormWord) ? plain : [];
    }

    private static IEnumerable<QueryWord> WordsOf(QueryNode part) => part switch
    {
        AlternativesNode names => WordsOf(names.Typed),
        AllNode all => all.Parts.SelectMany(WordsOf),
        CompoundNode compound => compound.Words.Words,
        WordsNode words => words.Words,
        _ => [],
    };
}
