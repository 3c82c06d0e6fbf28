using System.Globalization;
using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

public sealed class WordMemoryTests
{
    private readonly WordMemory memory = new();

    [Fact]
    public void AWordIsRememberedWhenItComesAgain()
    {
        var forms = Forms("слово");
        Assert.False(memory.TryGet("слово", out _));
        memory.Add("слово", forms);
        Assert.False(memory.TryGet("слово", out _));
        memory.Add("слово", forms);
        Assert.True(memory.TryGet("слово", out var found));
        Assert.Same(forms, found);
    }

    [Fact]
    public void WordsThatShareAPlaceAreToldApart()
    {
        // More of them than places at hand: each place is had by several.
        var words = Enumerable.Range(0, 50_000).Select(number => "слово" + number.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var word in words.Concat(words))
        {
            if (!memory.TryGet(word, out _))
                memory.Add(word, Forms(word));
        }

        var found = words.Count(word => memory.TryGet(word, out var forms) && forms.Surface == word);
        Assert.All(words, word => Assert.True(!memory.TryGet(word, out var forms) || forms.Surface == word));
        Assert.InRange(found, words.Count / 2, words.Count);
    }

    [Fact]
    public void OnlyWordsThatNobodyAsksForAreForgotten()
    {
        Remember("часто");
        Remember("однажды");
        var kept = true;
        for (var number = 0; number < 250_000; number++)
        {
            Remember(number.ToString(CultureInfo.InvariantCulture));
            kept &= number % 10_000 > 0 || memory.TryGet("часто", out _);
        }

        Assert.True(kept);
        Assert.False(memory.TryGet("однажды", out _));
    }

    private void Remember(string word)
    {
        memory.Add(word, Forms(word));
        memory.Add(word, Forms(word));
    }

    private static WordForms Forms(string word) => new(word, []);
}
