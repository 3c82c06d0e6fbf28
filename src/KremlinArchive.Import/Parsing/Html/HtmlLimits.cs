using System.Collections.Frozen;
using System.Globalization;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>
/// Looks over HTML before it is parsed and refuses what would cost too much: too long, too deep, too many elements.
/// One pass without allocation; the count of elements includes those that a parser repeats for formatting left open.
/// </summary>
internal static class HtmlLimits
{
    /// <summary>The longest page of the site, a Direct Line, has under a million characters.</summary>
    internal const int Longest = 16 * 1024 * 1024;

    /// <summary>Pages of the site nest some 25 deep.</summary>
    internal const int Deepest = 200;

    /// <summary>Pages of the site have up to 5,000.</summary>
    internal const int MostElements = 300_000;

    /// <summary>The site's longest tag, a link that shares a page, has under 4,000 characters.</summary>
    internal const int LongestTag = 64 * 1024;

    // A tag's characters outside quoted values bound its attributes, which a parser compares each with each.
    private const int LongestUnquoted = 8 * 1024;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Names(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]);

    // A new one of these ends the one before it, so leaving them open does not nest.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SelfEnding = Names(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "optgroup", "colgroup"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Names(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawText = Names(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

    /// <summary>Why the HTML must not be parsed; null if it may.</summary>
    internal static string? Broken(ReadOnlySpan<char> html)
    {
        if (html.Length > Longest)
            return Say($"The page has {html.Length:N0} characters; more than {Longest:N0} are not read.");
        var (depth, formatting, elements) = (0, 0, 0L);
        for (var at = 0; Next(html, at) is var open && open >= 0;)
        {
            if (html[open + 1] == '!')
            {
                at = EndOfMarkup(html, open);
                continue;
            }

            var isEnd = html[open + 1] == '/';
            var name = Name(html[(open + (isEnd ? 2 : 1))..]);
            var close = EndOfTag(html, open);
            if (close < 0)
                return Say($"A tag that begins at character {open + 1:N0} is too long.");
            at = close;
            var change = isEnd ? -1 : 1;
            if (Formatting.Contains(name))
                formatting = Math.Max(0, formatting + change);
            if (!Void.Contains(name) && !SelfEnding.Contains(name))
                depth = Math.Max(0, depth + change);
            if (isEnd)
                continue;
            elements += 1 + formatting;
            if (depth > Deepest)
                return Say($"The elements nest more than {Deepest} deep at character {open + 1:N0}; no page of the site does.");
            if (elements > MostElements)
                return Say($"The page has more than {MostElements:N0} elements; no page of the site does.");
            if (RawText.Contains(name))
                at = EndOfRawText(html, at, name);
        }

        return null;
    }

    /// <summary>The next tag, comment or declaration from a position on; -1 at the end.</summary>
    private static int Next(ReadOnlySpan<char> html, int at)
    {
        while (at < html.Length && html[at..].IndexOf('<') is var found && found >= 0)
        {
            var open = at + found;
            if (open + 2 >= html.Length)
                return -1;
            var next = html[open + 1];
            if (next == '!' || char.IsAsciiLetter(next) || (next == '/' && char.IsAsciiLetter(html[open + 2])))
                return open;
            at = open + 1;
        }

        return -1;
    }

    private static int EndOfMarkup(ReadOnlySpan<char> html, int open)
    {
        var isComment = html[open..].StartsWith("<!--");
        var end = html[open..].IndexOf(isComment ? "-->" : ">");
        return end < 0 ? html.Length : open + end + (isComment ? 3 : 1);
    }

    /// <summary>The position after the tag's end, the text's end if it is never closed, -1 if it is too long.</summary>
    private static int EndOfTag(ReadOnlySpan<char> html, int open)
    {
        var unquoted = 0;
        for (var at = open + 1; at < html.Length; at++)
        {
            if (html[at] == '>')
                return at + 1;
            if (html[at] is '"' or '\'' && AfterEquals(html, at))
            {
                var length = html[(at + 1)..].IndexOf(html[at]);
                if (length < 0)
                    return html.Length;
                at += length + 1;
            }

            if (++unquoted > LongestUnquoted || at - open > LongestTag)
                return -1;
        }

        return html.Length;
    }

    private static bool AfterEquals(ReadOnlySpan<char> html, int at) => html[..at].TrimEnd() is var before && before.Length > 0 && before[^1] == '=';

    private static int EndOfRawText(ReadOnlySpan<char> html, int at, ReadOnlySpan<char> name)
    {
        for (var from = at; from < html.Length && html[from..].IndexOf("</") is var found && found >= 0; from += found + 2)
        {
            if (html[(from + found + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return from + found;
        }

        return html.Length;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" >/\t\r\n\f");
        return end < 0 ? tag : tag[..end];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
