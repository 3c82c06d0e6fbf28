using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Tree;

/// <summary>A part of a query as it was understood. The tree knows no index: it can be written out again, and read back as the same.</summary>
internal abstract record QueryNode;

/// <summary>Everything of it must hold.</summary>
/// <param name="Parts">Two or more.</param>
internal sealed record AllNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>At least one of it must hold.</summary>
/// <param name="Parts">Two or more.</param>
internal sealed record AnyNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>What must not hold.</summary>
internal sealed record NotNode(QueryNode Part) : QueryNode;

/// <summary>A part that looks into one field only.</summary>
internal sealed record FieldNode(QueryField Field, QueryNode Part) : QueryNode;

/// <summary>One word, or several that stand together.</summary>
/// <param name="Words">At least one.</param>
/// <param name="Reach">0: side by side, in this order. Else in any order, with so many other words between them at most.</param>
/// <param name="IsQuoted">True if they stood in quotation marks: meant as typed, without other names for the same.</param>
/// <param name="Joined">Words joined in writing, as they were typed; null for any others.</param>
internal sealed record WordsNode(IReadOnlyList<QueryWord> Words, int Reach = 0, bool IsQuoted = false, string? Joined = null) : QueryNode
{
    /// <summary>No farther apart may words be asked for; two passages are always farther apart.</summary>
    public const int LongestReach = 50;
}

/// <summary>Published on a day of a span.</summary>
/// <param name="First">The first day; null for no bound.</param>
/// <param name="Last">The last day; null for no bound.</param>
internal sealed record PublishedNode(DateOnly? First, DateOnly? Last) : QueryNode;

/// <summary>The superseded versions, in place of the records as they stand. It means so where it stands beside the rest of a query, and nothing within it.</summary>
internal sealed record VersionsNode : QueryNode
{
    private static readonly string[] Names = ["versions", "version", "версии", "версиях", "версия"];

    /// <summary>True if a word behind <c>in:</c> means them.</summary>
    public static bool IsNamed(QueryNode part) =>
        part is WordsNode { Words: [AnyFormWord word] } && Names.Contains(word.Typed, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A date alone: records published then, and records that speak of it.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Said">How texts speak of it.</param>
internal sealed record DateNode(string Typed, PartialDate Date, WordsNode Said) : QueryNode;

/// <summary>Words that are one when spelled otherwise: С-400, e-mail, 2 000.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Words">Its words side by side.</param>
/// <param name="Whole">The words that stand for the whole, one each.</param>
internal sealed record CompoundNode(string Typed, WordsNode Words, IReadOnlyList<WordsNode> Whole) : QueryNode;

/// <summary>Words together with other names for the same, which count less than what was typed.</summary>
/// <param name="Names">The other names as the thesaurus writes them, in the order of <paramref name="Others"/>.</param>
internal sealed record AlternativesNode(QueryNode Typed, IReadOnlyList<WordsNode> Others, IReadOnlyList<string> Names) : QueryNode;
