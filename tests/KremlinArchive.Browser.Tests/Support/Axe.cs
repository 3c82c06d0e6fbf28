using Deque.AxeCore.Commons;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>The accessibility engine axe, run in the reader's window.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>axe finds nothing against WCAG 2.2 AA and good practice.</summary>
    public static async Task IsAccessibleAsync(this Reader reader)
    {
        await reader.Page.EvaluateAsync(Script);
        // Run at once and in this window: what the package for Playwright does for frames, in a window of its own, takes twice the time.
        var violations = await reader.Page.EvaluateAsync<string[]>("""
            async () => {
                const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
                const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
                return result.violations.map(rule => `${rule.id}: ${rule.help}\n` + rule.nodes.slice(0, 5).map(node => `    ${node.html}\n    ${node.failureSummary}`).join("\n"));
            }
            """);
        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }
}
