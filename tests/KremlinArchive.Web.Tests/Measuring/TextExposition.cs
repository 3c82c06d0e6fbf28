using System.Text.RegularExpressions;

namespace KremlinArchive.Web.Tests.Measuring;

/// <summary>What a server tells a Prometheus: the names of its measures and of their labels.</summary>
internal sealed partial record TextExposition(IReadOnlySet<string> Measures, IReadOnlySet<string> Labels)
{
    public static TextExposition Read(string text)
    {
        var lines = text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        // A Prometheus adds who was asked.
        return new TextExposition(
            lines.Select(line => line.Split('{', ' ')[0]).ToHashSet(StringComparer.Ordinal),
            lines.SelectMany(line => Label().Matches(line)).Select(match => match.Groups[1].Value).Append("instance").ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"[{,](\w+)=""")]
    private static partial Regex Label();
}
