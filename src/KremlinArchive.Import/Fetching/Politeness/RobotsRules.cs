using System.Globalization;
using System.Text;

namespace KremlinArchive.Import.Fetching.Politeness;

/// <summary>A site's rules for robots (RFC 9309), as far as they speak to this one: the longest rule that matches decides, and of two equal ones the kinder.</summary>
internal sealed class RobotsRules
{
    /// <summary>The product that rules may name.</summary>
    public const string Agent = "kremlinarchive";

    private const int LargestFile = 512 * 1024;

    /// <summary>Who asks for longer pauses gets these.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);

    private readonly List<(string Pattern, bool Allows)> rules;

    private RobotsRules(List<(string Pattern, bool Allows)> rules, TimeSpan delay)
    {
        this.rules = rules;
        Delay = delay;
    }

    /// <summary>The rules of a site that has none.</summary>
    public static RobotsRules None { get; } = new([], TimeSpan.Zero);

    /// <summary>The pause between two requests that the site asks for, within bounds; zero where it asks for none.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Reads a robots.txt; what is no rule in it is passed over, as is what comes after half a megabyte.</summary>
    public static RobotsRules Read(ReadOnlySpan<byte> file)
    {
        List<(string, bool)> ours = [], everybody = [];
        TimeSpan ourDelay = TimeSpan.Zero, anyDelay = TimeSpan.Zero;
        List<string> agents = [];
        var isNamed = false;
        var inRules = false;
        foreach (var line in Encoding.UTF8.GetString(file[..Math.Min(file.Length, LargestFile)]).TrimStart('\uFEFF').Split('\n', '\r'))
        {
            if (Split(line) is not var (field, value))
                continue;
            if (field == "user-agent")
            {
                // Agents in consecutive lines share the rules that follow.
                if (inRules)
                    agents.Clear();
                inRules = false;
                agents.Add(Product(value));
                isNamed |= Product(value) == Agent;
            }
            else if (field is "allow" or "disallow")
            {
                inRules = true;
                if (value.Length == 0)
                    continue;
                if (agents.Contains(Agent, StringComparer.Ordinal))
                    ours.Add((Normal(value), field == "allow"));
                if (agents.Contains("*", StringComparer.Ordinal))
                    everybody.Add((Normal(value), field == "allow"));
            }
            else if (field == "crawl-delay" && DelayOf(value) is { } delay)
            {
                // No rule of the standard, so that it ends no list of agents.
                if (agents.Contains(Agent, StringComparer.Ordinal))
                    ourDelay = delay;
                if (agents.Contains("*", StringComparer.Ordinal))
                    anyDelay = delay;
            }
        }

        return isNamed ? new RobotsRules(ours, ourDelay) : new RobotsRules(everybody, anyDelay);
    }

    /// <summary>True if a page may be asked for.</summary>
    /// <param name="path">Its path and query.</param>
    public bool Allow(string path)
    {
        var asked = Normal(path);
        if (asked == "/robots.txt")
            return true;
        var (longest, allows) = (-1, true);
        foreach (var (pattern, kind) in rules)
        {
            if (pattern.Length < longest || !Matches(pattern, asked))
                continue;
            allows = pattern.Length > longest ? kind : allows || kind;
            longest = pattern.Length;
        }

        return allows;
    }

    private static (string Field, string Value)? Split(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var rule = comment < 0 ? line : line[..comment];
        var colon = rule.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : (rule[..colon].Trim().ToLowerInvariant(), rule[(colon + 1)..].Trim());
    }

    /// <summary>A number of seconds, at most the longest delay; null for anything else.</summary>
    private static TimeSpan? DelayOf(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds))
            : null;

    /// <summary>The name of an agent without its version, in lower case.</summary>
    private static string Product(string value)
    {
        var end = value.IndexOfAny(['/', ' ', '\t']);
        return (end < 0 ? value : value[..end]).ToLowerInvariant();
    }

    /// <summary>Letters beyond ASCII escaped, escaped letters that need not be unescaped: the same path is written alike.</summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] == '%' && at + 2 < path.Length && byte.TryParse(path.AsSpan(at + 1, 2), NumberStyles.HexNumber, null, out var code))
            {
                var letter = (char)code;
                normal.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~' ? letter.ToString() : $"%{code:X2}");
                at += 2;
            }
            else if (char.IsAscii(path[at]))
            {
                normal.Append(path[at]);
            }
            else
            {
                var length = char.IsSurrogatePair(path, at) ? 2 : 1;
                foreach (var part in Encoding.UTF8.GetBytes(path.Substring(at, length)))
                    normal.Append('%').Append(part.ToString("X2", CultureInfo.InvariantCulture));
                at += length - 1;
            }
        }

        return normal.ToString();
    }

    /// <summary>Matches from the path's beginning; <c>*</c> is anything, a last <c>$</c> the path's end. Never slower than pattern times path.</summary>
    private static bool Matches(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var parts = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        for (var part = 1; part < parts.Length; part++)
        {
            if (toEnd && part == parts.Length - 1)
                return path.Length - at >= parts[part].Length && path.EndsWith(parts[part], StringComparison.Ordinal);
            var found = path.IndexOf(parts[part], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[part].Length;
        }

        return !toEnd || at == path.Length;
    }
}
