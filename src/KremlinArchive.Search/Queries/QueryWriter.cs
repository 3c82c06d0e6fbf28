using System.Globalization;
using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries;

/// <summary>Writes a query's tree as a query that is read as the same tree.</summary>
internal sealed class QueryWriter
{
    private readonly Language language;
    private readonly bool isIdentity;
    private readonly string or;

    private QueryWriter(Language language, bool isIdentity, string or)
    {
        this.language = language;
        this.isIdentity = isIdentity;
        this.or = or;
    }

    /// <summary>The query, with the operators of a language.</summary>
    public static string Write(QueryNode? node, Language language)
    {
        if (node is null)
            return "";

        // Among words that are all in capitals an operator in capitals would be one of them.
        var plain = new QueryWriter(language, isIdentity: false, " | ").Outer(node);
        return Capitals.AreAll(plain) ? plain : new QueryWriter(language, isIdentity: false, language == Language.Russian ? " ИЛИ " : " OR ").Outer(node);
    }

    /// <summary>Equal for nodes that ask for the same words in the same way; case aside.</summary>
    public static string Identity(QueryNode node) => new QueryWriter(Language.English, isIdentity: true, " | ").Outer(node);

    private string Outer(QueryNode node) => node is AllNode all ? All(all) : Inner(node);

    /// <summary>The parts side by side; with a sign between them where they would be read as one, as 6 and 123 would.</summary>
    private string All(AllNode all)
    {
        var written = new StringBuilder(Inner(all.Parts[0]));
        foreach (var part in all.Parts.Skip(1).Select(Inner))
        {
            var end = written.Length;
            written.Append(' ').Append(part);
            if (!isIdentity && IsOneAcross(written.ToString(), end))
                written.Insert(end, " &");
        }

        return written.ToString();
    }

    private static bool IsOneAcross(string text, int place)
    {
        var read = TextWords.Of(text);
        return read.Compounds.Any(compound => read.Words[compound.First].Start < place && read.Words[compound.First + compound.Count - 1].End > place)
            || read.Words.Count < TextWords.Of(text[..place]).Words.Count + TextWords.Of(text[place..]).Words.Count;
    }

    private string Inner(QueryNode node) => node switch
    {
        AllNode all => $"({All(all)})",
        AnyNode any => $"({string.Join(or, any.Parts.Select(Inner))})",
        NotNode not => "-" + Inner(not.Part),
        FieldNode field => $"{field.Field.Name(language)}:{Inner(field.Part)}",
        WordsNode words => Words(words),
        PublishedNode published => Span(published),
        VersionsNode => language == Language.Russian ? "в:версиях" : "in:versions",
        DateNode date => date.Typed,
        CompoundNode compound => compound.Typed,
        AlternativesNode alternatives => Inner(alternatives.Typed),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "There is no such part of a query."),
    };

    private string Words(WordsNode node)
    {
        var words = node.Words.Select(Word).ToList();
        if (!node.IsQuoted)
            return (node.Words[0] is ExactWord ? "=" : "") + Joined(node, words);
        var phrase = $"\"{string.Join(' ', words)}\"";
        return (node.Words[0] is ExactWord ? "=" : "") + phrase + (node.Reach > 0 ? $"~{node.Reach.ToString(CultureInfo.InvariantCulture)}" : "");
    }

    // The sign of a wide word stands behind the last of them.
    private string Joined(WordsNode node, IReadOnlyList<string> words) =>
        node.Joined is { } joined && !isIdentity ? joined + words[^1][node.Words[^1].Typed.Length..] : string.Join('-', words);

    private string Word(QueryWord word) => word switch
    {
        AnyFormWord any when isIdentity => any.Forms.Surface,
        ExactWord exact when isIdentity => exact.Surface,
        PrefixWord prefix => (isIdentity ? prefix.Beginning : prefix.Typed) + "*",
        FuzzyWord fuzzy => $"{(isIdentity ? fuzzy.Surface : fuzzy.Typed)}~{fuzzy.Edits}",
        _ => word.Typed,
    };

    private string Span(PublishedNode node)
    {
        var (first, last) = (Day(node.First), Day(node.Last));
        return $"{QueryField.Published.Name(language)}:{(first == last ? first : $"{first}..{last}")}";
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
