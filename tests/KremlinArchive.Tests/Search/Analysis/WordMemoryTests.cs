using System.Globalization;
using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

public sealed class WordMemoryTests
{
    private readonly WordMemory memory = new();

    [Fact]
    public void AWordIsRememberedAsItWasFirst()
    {
        Assert.False(memory.TryGet("слово", out _));
        var forms = Forms("слово");

        Assert.Same(forms, memory.Add("слово", forms));
        Assert.Same(forms, memory.Add("слово", Forms("слово")));
        Assert.True(memory.TryGet("слово", out var found));
        Assert.Same(forms, found);
    }

    [Fact]
    public void OnlyWordsThatNobodyAsksForAreForgotten()
    {
        memory.Add("часто", Forms("часто"));
        memory.Add("однажды", Forms("однажды"));
        var kept = true;
        for (var number = 0; number < 250_000; number++)
        {
            var word = number.ToString(CultureInfo.InvariantCulture);
            memory.Add(word, Forms(word));
            kept &= number % 10_000 > 0 || memory.TryGet("часто", out _);
        }

        Assert.True(kept);
        Assert.False(memory.TryGet("однажды", out _));
    }

    private static WordForms Forms(string word) => new(word, []);
}
