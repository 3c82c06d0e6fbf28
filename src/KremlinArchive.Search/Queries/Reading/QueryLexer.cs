using System.Globalization;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>Cuts a query's text into tokens. What has no meaning as an operator where it stands is part of a chunk.</summary>
internal sealed class QueryLexer(string query, TextWords whole, QueryNotes notes)
{
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create($"()|{QuoteMark.Marks}");

    private readonly bool areCapitalsWords = Capitals.AreAll(query);
    private readonly List<QueryToken> tokens = [];
    private int at;

    public IReadOnlyList<QueryToken> Cut()
    {
        while (at < query.Length)
            CutNext();
        return tokens;
    }

    private void CutNext()
    {
        var c = query[at];
        if (char.IsWhiteSpace(c))
            at++;
        else if (c is '(' or ')')
            Add(c == '(' ? new QueryToken.Open() : new QueryToken.Close(), 1);
        else if (c == '|')
            Add(new QueryToken.Or(), at + 1 < query.Length && query[at + 1] == '|' ? 2 : 1);
        else if (IsMinus(c) && HasOperand(at + 1))
            Add(new QueryToken.Not(), 1);
        else if (c == '=' && HasOperand(at + 1))
            CutOperand(at + 1, isExact: true);
        else
            CutOperand(at, isExact: false);
    }

    /// <summary>Cuts a phrase, a word of the language itself, a field's name or a chunk.</summary>
    private void CutOperand(int start, bool isExact)
    {
        if (QuoteMark.IsQuote(query[start]))
        {
            CutPhrase(start, isExact);
            return;
        }

        var end = EndOf(start);
        if (end == start)
        {
            // A sign before a bracket that it says nothing about.
            at = start;
            return;
        }

        var colon = query.AsSpan(start, end - start).IndexOf(':');
        if (!isExact && colon > 0 && QueryFieldNames.Parse(query.Substring(start, colon)) is { } field)
            Add(new QueryToken.Field(field, query.Substring(start, colon)), start + colon + 1 - at);
        else if (!isExact && Operator(query[start..end]) is { } word)
            Add(word, end - at);
        else
            CutChunk(start, isExact ? end : WholeFrom(start, end), isExact);
    }

    private void CutChunk(int start, int end, bool isExact)
    {
        // The sign of a number, as in No. 5, is no word where the number follows.
        if (whole.Words.Any(word => word.Start < end && word.End > start))
            tokens.Add(new QueryToken.Chunk(query[start..end], isExact));
        at = end;
    }

    private int EndOf(int start)
    {
        var end = start;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && !IsSeparator(query[end]))
            end++;
        return end;
    }

    /// <summary>Where a chunk ends that goes on behind a space, as 7 December 2021 and 2 000 do.</summary>
    private int WholeFrom(int start, int end)
    {
        foreach (var compound in whole.Compounds)
        {
            var (first, last) = (whole.Words[compound.First], whole.Words[compound.First + compound.Count - 1]);
            if (first.Start >= start && first.Start < end && last.End > end && !query.AsSpan(end, last.End - end).ContainsAny(Separators))
                end = EndOf(last.End);
        }

        return end;
    }

    private void CutPhrase(int start, bool isExact)
    {
        if (QuoteMark.FindClosing(query, start) is not { } end)
        {
            notes.UnbalancedQuotes();
            at = start + 1;
            return;
        }

        var text = query[(start + 1)..end];
        at = end + 1;
        tokens.Add(new QueryToken.Phrase(text, isExact, Reach()));
    }

    /// <summary>The number behind a phrase's tilde; null where there is no tilde.</summary>
    private int? Reach()
    {
        if (at >= query.Length || query[at] != '~')
            return null;
        var digits = 0;
        while (at + 1 + digits < query.Length && char.IsAsciiDigit(query[at + 1 + digits]))
            digits++;
        var reach = digits == 0 ? WordsNode.LongestReach
            : int.TryParse(query.AsSpan(at + 1, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        at += 1 + digits;
        if (reach <= WordsNode.LongestReach)
            return Math.Max(1, reach);
        notes.ReachCut();
        return WordsNode.LongestReach;
    }

    /// <summary>An operator; null for any other text.</summary>
    private QueryToken? Operator(string text)
    {
        QueryToken? meant = text switch
        {
            "&" or "&&" => new QueryToken.And(),
            "OR" or "ИЛИ" => new QueryToken.Or(),
            "NOT" or "НЕ" => new QueryToken.Not(),
            "AND" or "И" => new QueryToken.And(),
            _ => null,
        };
        if (meant is null || !areCapitalsWords || !char.IsLetter(text[0]))
            return meant;
        notes.CapitalsAreWords(text);
        return null;
    }

    private void Add(QueryToken token, int length)
    {
        // What stands between words says "and" anyway.
        if (token is not QueryToken.And)
            tokens.Add(token);
        at += length;
    }

    private bool HasOperand(int next) => next < query.Length && !char.IsWhiteSpace(query[next]) && (char.IsLetterOrDigit(query[next]) || QuoteMark.IsQuote(query[next]) || query[next] is '(' or '=' or '№');

    private static bool IsSeparator(char c) => Separators.Contains(c);

    private static bool IsMinus(char c) => c is '-' or '\u2010' or '\u2011' or '\u2212' or '\u2013' or '\u2014';
}
