using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KremlinArchive.Records;

namespace KremlinArchive.Tests.Import.Parsing;

/// <summary>
/// A second way to the text of a page, made of patterns and nothing of the parser's: the body cut out of the page as a string, the furniture removed by its
/// class names, the rest split at block tags and compared sign by sign with the passages.
/// </summary>
internal static partial class BodyByPattern
{
    /// <summary>The first difference between the page's body and the passages; null if every paragraph is there in order and nothing else is.</summary>
    internal static string? Difference(string html, IReadOnlyList<Passage> passages)
    {
        var body = Body().Match(html).Groups[1].Value;
        var text = Paragraphs(Quote().Replace(body, "<p>"));
        var (at, rest) = (0, "");
        foreach (var (paragraph, isQuote) in Quote().Split(body).SelectMany((piece, index) => Paragraphs(piece).Select(paragraph => (paragraph, index % 2 == 1))))
        {
            if (isQuote && IsRepeated(paragraph, text))
                continue;
            rest += paragraph;
            while (rest.Length > 0 && at < passages.Count && Take(ref rest, passages[at]))
                at++;
            if (rest.Length > 0 && !IsLoneLabel(rest, at, passages))
                return $"the page's paragraph \"{rest}\" against {(at < passages.Count ? passages[at] : "nothing")}";
        }

        return at < passages.Count ? $"{passages[at]} is not in the page" : rest.Length > 0 ? $"\"{rest}\" is lost" : null;
    }

    /// <summary>Takes a passage off the front of a paragraph; a paragraph may hold the turns of several speakers.</summary>
    private static bool Take(ref string paragraph, Passage passage)
    {
        var text = Signs(passage.Text);
        var spoken = Signs(passage.Speaker ?? "") + text;
        foreach (var candidate in new[] { spoken, text })
        {
            if (!paragraph.StartsWith(candidate, StringComparison.Ordinal))
                continue;
            paragraph = paragraph[candidate.Length..];
            return true;
        }

        return false;
    }

    private static bool IsLoneLabel(string rest, int at, IReadOnlyList<Passage> passages) => at < passages.Count && rest == Signs(passages[at].Speaker ?? "");

    private static bool IsRepeated(string quote, List<string> text)
    {
        // Editors smooth what they pull, so pieces of twelve letters are looked for.
        var all = string.Concat(text);
        var pieces = Enumerable.Range(0, Math.Max(1, quote.Length / 12)).Select(piece => quote.Substring(piece * 12, Math.Min(12, quote.Length - (piece * 12)))).ToList();
        return pieces.Count(piece => all.Contains(piece, StringComparison.Ordinal)) * 2 > pieces.Count;
    }

    private static List<string> Paragraphs(string body) =>
        [.. BlockTag().Split(WithoutFurniture(body)).Select(piece => Signs(WebUtility.HtmlDecode(Tag().Replace(piece, "")))).Where(signs => signs.Length > 0)];

    /// <summary>Everything but white space, invisible marks, colons (a label loses its own) and asterisks (a separator is no passage).</summary>
    internal static string Signs(string text) =>
        new([.. text.Normalize().Where(c => !char.IsWhiteSpace(c) && c is not (':' or '*') && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))]);

    private static string WithoutFurniture(string body)
    {
        while (Furniture().Match(body) is { Success: true } start)
        {
            var end = EndOfElement(body, start.Index, start.Groups["tag"].Value);
            body = body[..start.Index] + body[end..];
        }

        return body;
    }

    private static int EndOfElement(string body, int start, string tag)
    {
        var depth = 0;
        foreach (Match match in Regex.Matches(body[start..], $"<(/?){tag}\\b[^>]*>"))
        {
            depth += match.Groups[1].Length == 0 ? 1 : -1;
            if (depth == 0)
                return start + match.Index + match.Length;
        }

        return body.Length;
    }

    [GeneratedRegex("read__internal_content\"[^>]*>(.*?)<div class=\"read__bottommeta", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<(?<tag>div|span)\\b[^>]*class=\"[^\"]*(?:masha-ignore|read__cut|slider|read__tooltip|media__|video__description)[^\"]*\"[^>]*>")]
    private static partial Regex Furniture();

    [GeneratedRegex("<blockquote[^>]*>(.*?)</blockquote>", RegexOptions.Singleline)]
    private static partial Regex Quote();

    [GeneratedRegex("</?(?:p|div|h\\d|li|ul|ol|table|tr|hr)\\b[^>]*>")]
    private static partial Regex BlockTag();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
