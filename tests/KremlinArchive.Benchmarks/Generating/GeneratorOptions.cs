using System.Globalization;

namespace KremlinArchive.Benchmarks.Generating;

/// <summary>What to generate. The same options always give the same pages.</summary>
internal sealed record GeneratorOptions
{
    public int Documents { get; init; } = 10_000;

    public int Seed { get; init; } = 1;

    /// <summary>The most paragraphs a page may have: it sets how much text a page has on average.</summary>
    public int Paragraphs { get; init; } = 900;

    /// <summary>Reads <c>--documents N --seed S --paragraphs P</c>; null for anything else.</summary>
    public static GeneratorOptions? Parse(string[] arguments) => arguments switch
    {
        [] => new GeneratorOptions(),
        ["--documents", var count, .. var rest] when Number(count) is > 0 and <= 10_000_000 and { } documents && Parse(rest) is { } others => others with { Documents = documents },
        ["--seed", var seed, .. var rest] when Number(seed) is { } chosen && Parse(rest) is { } others => others with { Seed = chosen },
        ["--paragraphs", var most, .. var rest] when Number(most) is > 0 and { } paragraphs && Parse(rest) is { } others => others with { Paragraphs = paragraphs },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
