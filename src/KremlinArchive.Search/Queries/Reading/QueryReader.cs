using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>
/// Reads a query into its tree. Never an error: what has no meaning where it stands is punctuation or a word, what is too much is
/// left out, and either is noted. Words must all hold; OR binds closer than that: <c>a OR b c</c> is <c>(a OR b) c</c>.
/// </summary>
internal sealed class QueryReader
{
    /// <summary>So many words of a query are read.</summary>
    public const int MostWords = 64;

    /// <summary>So many brackets may stand within each other.</summary>
    public const int DeepestBracket = 16;

    /// <summary>So many letters at least stand before an asterisk.</summary>
    public const int ShortestPrefix = 2;

    private readonly QueryNotes notes;
    private readonly IReadOnlyList<QueryToken> tokens;
    private readonly WordReader words;
    private int at, depth, ignored;

    private QueryReader(string text, Language language)
    {
        notes = new QueryNotes(language);
        if (text.Length > SearchRequest.LongestQuery)
        {
            notes.QueryCut();
            text = text[..SearchRequest.LongestQuery];
        }

        var query = Spelling.Compose(text);
        var isShouted = Acronym.IsShouted(query);
        words = new WordReader(isShouted, notes);
        tokens = new QueryLexer(query, TextWords.Of(query, isShouted), notes).Cut();
    }

    public static ParsedQuery Read(string text, Language language)
    {
        var reader = new QueryReader(text, language);
        var root = reader.ReadWhole();
        if (root is null && !string.IsNullOrWhiteSpace(text))
            reader.notes.NoWords();
        return new ParsedQuery(root, reader.notes.Warnings);
    }

    private QueryNode? ReadWhole()
    {
        var parts = new List<QueryNode>();
        while (at < tokens.Count)
        {
            parts.AddRange(ReadAll());
            if (at >= tokens.Count)
                break;
            notes.UnbalancedBrackets();
            at++;
        }

        return Together(parts);
    }

    /// <summary>Reads up to the end or the bracket that closes.</summary>
    private List<QueryNode> ReadAll()
    {
        var parts = new List<QueryNode>();
        while (at < tokens.Count)
        {
            if (tokens[at] is QueryToken.Close && ignored == 0)
                break;
            if (tokens[at] is QueryToken.Close)
            {
                ignored--;
                at++;
            }
            else if (ReadAny() is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private QueryNode? ReadAny()
    {
        if (tokens[at] is QueryToken.Or)
        {
            notes.LoneOperator("OR");
            at++;
            return null;
        }

        var choices = new List<QueryNode>();
        if (ReadOne() is { } first)
            choices.Add(first);
        while (at < tokens.Count && tokens[at] is QueryToken.Or)
        {
            at++;
            if (at >= tokens.Count || tokens[at] is QueryToken.Or or QueryToken.Close)
                notes.LoneOperator("OR");
            else if (ReadOne() is { } next)
                choices.Add(next);
        }

        List<QueryNode> different = [.. choices.SelectMany(choice => choice is AnyNode any ? any.Parts : [choice]).DistinctBy(QueryWriter.Identity)];
        return different.Count switch
        {
            0 => null,
            1 => different[0],
            _ => new AnyNode(different),
        };
    }

    private QueryNode? ReadOne()
    {
        switch (tokens[at++])
        {
            case QueryToken.Not:
                return ReadOperand("NOT") is { } part ? part is NotNode same ? same : new NotNode(part) : null;
            case QueryToken.Field field:
                return ReadField(field);
            case QueryToken.Open:
                return ReadBracket();
            case QueryToken.Chunk chunk:
                return Together(words.Read(chunk));
            case QueryToken.Phrase phrase:
                return words.Read(phrase);
            default:
                at--;
                return null;
        }
    }

    private QueryNode? ReadOperand(string sign)
    {
        if (at < tokens.Count && tokens[at] is not (QueryToken.Or or QueryToken.Close))
            return ReadOne();
        notes.LoneOperator(sign);
        return null;
    }

    private QueryNode? ReadField(QueryToken.Field field)
    {
        if (at >= tokens.Count || tokens[at] is QueryToken.Or or QueryToken.Close or QueryToken.Field)
            return Together(words.Read(new QueryToken.Chunk(field.Typed, false)));
        if (field.Name is QueryField.Published or QueryField.Before or QueryField.After)
        {
            if (tokens[at] is QueryToken.Chunk { IsExact: false } chunk && FieldDate.Read(field.Name, chunk.Text, notes) is { } span)
            {
                at++;
                return span;
            }

            notes.NoDate(field.Typed, tokens[at] is QueryToken.Chunk text ? text.Text : "…");
            return Together([.. words.Read(new QueryToken.Chunk(field.Typed, false)), .. ReadOne() is { } said ? new[] { said } : []]);
        }

        return ReadOperand(field.Typed + ":") is { } operand ? Within(field.Name, operand) : null;
    }

    /// <summary>A part within a field; what has its own field or is a date of publication stays as it is.</summary>
    private static QueryNode Within(QueryField field, QueryNode part) => part switch
    {
        NotNode not => new NotNode(Within(field, not.Part)),
        FieldNode or PublishedNode or VersionsNode => part,
        WordsNode when field == QueryField.Language && VersionsNode.IsNamed(part) => new VersionsNode(),
        _ => new FieldNode(field, part),
    };

    private QueryNode? ReadBracket()
    {
        if (depth == DeepestBracket)
        {
            notes.TooDeep();
            ignored++;
            return null;
        }

        depth++;
        var part = Together(ReadAll());
        depth--;
        if (at < tokens.Count)
            at++;
        else
            notes.UnbalancedBrackets();
        return part;
    }

    /// <summary>What must all hold as one node, each thing once; null for nothing.</summary>
    private static QueryNode? Together(IReadOnlyList<QueryNode> parts)
    {
        List<QueryNode> different = [.. parts.SelectMany(part => part is AllNode all ? all.Parts : [part]).DistinctBy(QueryWriter.Identity)];
        return different.Count switch
        {
            0 => null,
            1 => different[0],
            _ => new AllNode(different),
        };
    }
}
