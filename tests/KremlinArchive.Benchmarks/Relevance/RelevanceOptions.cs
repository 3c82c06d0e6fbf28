namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>What to measure relevance on.</summary>
/// <param name="Data">The archive's directory.</param>
/// <param name="Postgres">The connection string of a PostgreSQL server to compare with; null for none.</param>
/// <param name="Set">The folder of the judged set.</param>
internal sealed record RelevanceOptions(string Data, string? Postgres, string Set)
{
    private const string DefaultSet = "tests/KremlinArchive.Tests/Search/Relevance";

    /// <summary>Reads DATA, <c>--postgres</c> and <c>--set</c>; null if they are something else.</summary>
    public static RelevanceOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = arguments is [var data, ..] ? new RelevanceOptions(Path.GetFullPath(data), null, DefaultSet) : null;
        for (var at = 1; at < arguments.Count && options is not null; at += 2)
        {
            options = (arguments[at], arguments.ElementAtOrDefault(at + 1)) switch
            {
                ("--postgres", { } connection) => options with { Postgres = connection },
                ("--set", { } folder) => options with { Set = folder },
                _ => null,
            };
        }

        return options;
    }
}
