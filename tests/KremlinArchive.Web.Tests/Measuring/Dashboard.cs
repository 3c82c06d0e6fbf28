using System.Text.Json;
using System.Text.RegularExpressions;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Web.Tests.Measuring;

/// <summary>The dashboard for Grafana: which measures it asks for, and by which labels.</summary>
internal sealed partial record Dashboard(IReadOnlySet<string> Measures, IReadOnlySet<string> Labels)
{
    private static readonly string[] Words = ["by", "without"];

    public static Dashboard Read()
    {
        var root = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docker", "grafana-dashboard.json"))).RootElement;
        var expressions = root.GetProperty("panels").EnumerateArray().Where(panel => panel.TryGetProperty("targets", out _))
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)
            .Concat(root.GetProperty("templating").GetProperty("list").EnumerateArray().Where(variable => variable.TryGetProperty("definition", out _))
                .Select(variable => VariableLabel().Replace(variable.GetProperty("definition").GetString()!, "label_values($1) by ($2)")))
            .ToList();
        return new Dashboard(
            expressions.SelectMany(MeasuresOf).ToHashSet(StringComparer.Ordinal),
            expressions.SelectMany(LabelsOf).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> MeasuresOf(string expression) =>
        Name().Matches(Grouping().Replace(Selector().Replace(Range().Replace(expression, ""), ""), "")).Select(match => match.Value).Except(Words);

    private static IEnumerable<string> LabelsOf(string expression) =>
        Matcher().Matches(expression).Select(match => match.Groups[1].Value)
            .Concat(Grouping().Matches(expression).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)));

    /// <summary>A name that is neither a function nor part of a number.</summary>
    [GeneratedRegex(@"\b[a-z_][a-z0-9_]*\b(?!\s*\()")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"\bby\s*\(([^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"[{,](\w+)[=!]~?=?""")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"label_values\((\w+), (\w+)\)")]
    private static partial Regex VariableLabel();
}
