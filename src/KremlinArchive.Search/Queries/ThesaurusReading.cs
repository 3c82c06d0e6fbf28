using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Thesaurus;

namespace KremlinArchive.Search.Queries;

/// <summary>Adds to a query's tree the other names of what it names. What stands in quotation marks or asks for a form is meant as typed.</summary>
internal sealed class ThesaurusReading(ArchiveThesaurus thesaurus)
{
    /// <summary>The tree with other names beside those that it has.</summary>
    public QueryNode? Read(QueryNode? root) => root is null ? null : Within(root);

    /// <summary>The names that a tree was given.</summary>
    public static IEnumerable<AlternativesNode> NamesOf(QueryNode? node) => node switch
    {
        AlternativesNode names => [names],
        AllNode all => all.Parts.SelectMany(NamesOf),
        AnyNode any => any.Parts.SelectMany(NamesOf),
        NotNode not => NamesOf(not.Part),
        FieldNode field => NamesOf(field.Part),
        _ => [],
    };

    private QueryNode Within(QueryNode node) => node switch
    {
        AllNode all => All(all),
        AnyNode any => new AnyNode([.. any.Parts.Select(Within)]),
        NotNode not => new NotNode(Within(not.Part)),
        FieldNode { Field: QueryField.Title or QueryField.Text } field => new FieldNode(field.Field, Within(field.Part)),
        WordsNode or CompoundNode when OpenWords(node) is not null => Run([node])[0],
        _ => node,
    };

    private QueryNode All(AllNode all)
    {
        var parts = new List<QueryNode>();
        for (var at = 0; at < all.Parts.Count;)
        {
            List<QueryNode> run = [.. all.Parts.Skip(at).TakeWhile(part => OpenWords(part) is not null)];
            if (run.Count > 0)
                parts.AddRange(Run(run));
            else
                parts.Add(Within(all.Parts[at]));
            at += Math.Max(1, run.Count);
        }

        return parts.Count == 1 ? parts[0] : new AllNode(parts);
    }

    /// <summary>Finds names among words that follow each other; a name begins and ends where a part does.</summary>
    private List<QueryNode> Run(List<QueryNode> run)
    {
        var words = run.ConvertAll(node => OpenWords(node)!);
        var forms = words.SelectMany(part => part).Select(word => ((AnyFormWord)word).Forms).ToList();
        var matches = thesaurus.FindAll(forms).ToDictionary(match => match.Start);
        var (parts, word) = (new List<QueryNode>(), 0);
        for (var at = 0; at < run.Count;)
        {
            var named = matches.TryGetValue(word, out var match) ? Covered(words, at, match.Length) : 0;
            if (named == 0)
            {
                word += words[at].Count;
                parts.Add(run[at++]);
                continue;
            }

            QueryNode typed = named == 1 ? run[at] : new AllNode([.. run.Skip(at).Take(named)]);
            parts.Add(new AlternativesNode(typed, [.. match!.Others.Select(Words)], [.. match.Others.Select(other => other.Text)]));
            word += match.Length;
            at += named;
        }

        return parts;
    }

    /// <summary>How many parts make up exactly so many words; 0 if the last one goes on.</summary>
    private static int Covered(List<IReadOnlyList<QueryWord>> run, int at, int length)
    {
        var parts = 0;
        for (; length > 0 && at + parts < run.Count; parts++)
            length -= run[at + parts].Count;
        return length == 0 ? parts : 0;
    }

    private static WordsNode Words(ThesaurusName name) => new([.. name.Words.Select(forms => new AnyFormWord(forms.Surface, forms))]);

    /// <summary>The words of a part that may be a name; null for any other part.</summary>
    private static IReadOnlyList<QueryWord>? OpenWords(QueryNode part) => part switch
    {
        CompoundNode compound => compound.Words.Words,
        WordsNode { IsQuoted: false, Reach: 0 } words when words.Words.All(word => word is AnyFormWord) => words.Words,
        _ => null,
    };
}
