using CsCheck;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Snippets;

namespace KremlinArchive.Tests.Search.Results;

/// <summary>What holds for the marks and the cutting of every text.</summary>
public sealed class AnySnippetTests
{
    private static readonly string[] Words = ["газ", "газа", "нефть", "Лаврова", "не", "С-400", "7 декабря 2021 года", "e-mail", "🙂", "мир", "а", "слово", "2 000", "очень", "договорённость"];

    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, 5], (word, sign) => Words[word] + ", .-—\n"[sign] + (sign > 2 ? "" : " ")).Array[0, 150].Select(string.Concat);

    private static readonly Gen<WordsNode> Sought = Gen.Select(
        Gen.Int[0, 7].Array[1, 3], Gen.Int[0, 3], (words, reach) => new WordsNode([.. words.Select(word => new AnyFormWord(Words[word], Lexicon.Of(Words[word], isShouted: false)))], reach));

    [Fact]
    public void MarksAreWordsOfTheTextInOrder() => Gen.Select(Text, Sought).Sample(
        (text, words) =>
        {
            var spans = new Marker([new SoughtWords(words, null, null)]).FindInPassage(text, null);
            return spans.All(span => span.Start >= 0 && span.Start < span.End && span.End <= text.Length && IsEdge(text, span.Start) && IsEdge(text, span.End))
                && spans.Zip(spans.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        },
        iter: 3_000);

    [Fact]
    public void WhatIsMarkedOfOneWordIsThatWord() => Gen.Select(Text, Gen.Int[0, 3]).Sample(
        (text, word) =>
        {
            var forms = Lexicon.Of(Words[word], isShouted: false);
            var spans = new Marker([new SoughtWords(new WordsNode([new AnyFormWord(Words[word], forms)]), null, null)]).FindInPassage(text, null);
            return spans.All(span => TextWords.Of(text[span.Start..span.End]).FindAt(0, forms) is not null)
                && spans.Count == TextWords.Of(text).Words.Count(found => forms.Finds(found.Forms));
        },
        iter: 3_000);

    [Fact]
    public void ACutTextIsAPartOfTheTextAndCutsNoWord() => Gen.Select(Text, Sought).Sample(
        (text, words) =>
        {
            var spans = new Marker([new SoughtWords(words, null, null)]).FindInPassage(text, null);
            var cut = new FoundText(text, spans).Cut();
            var shown = cut.ToString().TrimStart('…', ' ').TrimEnd('…', ' ');
            var at = text.IndexOf(shown, StringComparison.Ordinal);
            return at >= 0 && (spans.Count == 0 || cut.Pieces.Any(piece => piece.IsMatch));
        },
        iter: 3_000);

    private static bool IsEdge(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetter(text[at - 1]) || !char.IsLetter(text[at]);
}
