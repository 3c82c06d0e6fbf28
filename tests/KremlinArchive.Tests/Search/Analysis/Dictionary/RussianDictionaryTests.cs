using KremlinArchive.Search.Analysis.Dictionary;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Analysis.Dictionary;

public sealed class RussianDictionaryTests
{
    [Theory]
    [InlineData("стали", "сталь стать")]
    [InlineData("людям", "человек")]
    [InlineData("шел", "идти")]
    [InlineData("наикрасивейший", "красивый")]
    public void AFormLeadsToItsLemmas(string form, string lemmas) =>
        Assert.Equal(lemmas.Split(' '), RussianDictionary.Current.Find(form)!.Lemmas.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("столтенберг")]
    [InlineData("president")]
    [InlineData("")]
    [InlineData("g20")]
    [InlineData("ъ")]
    [InlineData("оооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооооо")]
    public void WhatItLacksItDoesNotKnow(string form) => Assert.Null(RussianDictionary.Current.Find(form));

    [Fact]
    public void WhatWasCompiledIsReadBack()
    {
        var compiler = new DictionaryCompiler();
        compiler.Add("ёлки", "ёлка", isDeclined: true);
        compiler.Add("елки", "елка-палка", isDeclined: false);
        compiler.Add("пошёл", "пойти", isDeclined: false);
        compiler.Add("получше", "лучший", isDeclined: false);
        compiler.Add("it", "it", isDeclined: true);
        using var directory = new TempDirectory();
        var path = Path.Combine(directory.Path, "forms");
        using (var file = File.Create(path))
            compiler.Write(file);

        var read = RussianDictionary.Load(path);
        Assert.Equal(3, compiler.Count);
        Assert.Equal(["елка", "елка-палка"], read.Find("елки")!.Lemmas);
        Assert.True(read.Find("елки")!.IsDeclined);
        Assert.Equal(["пойти"], read.Find("пошел")!.Lemmas);
        Assert.False(read.Find("пошел")!.IsDeclined);
        Assert.Equal(["лучший"], read.Find("получше")!.Lemmas);
        Assert.Null(read.Find("ёлки"));
    }

    [Fact]
    public void AnotherFileIsRefusedByName()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("forms", "no dictionary of ours, but long enough to be one"u8.ToArray());
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => RussianDictionary.Load(path)).Message, StringComparison.Ordinal);
        Assert.Contains("missing", Assert.Throws<InvalidDataException>(() => RussianDictionary.Load(Path.Combine(directory.Path, "missing"))).Message, StringComparison.Ordinal);
    }
}
