using CsCheck;
using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

/// <summary>What holds for any text, however odd.</summary>
public sealed class AnalysisInvariantTests
{
    // A name of 12 letters in Latin ones has 48, its number 64; a mark stands before.
    private const int LongestTerm = 128;

    private static readonly string[] Oddities =
    [
        " ", " ", " ", "-", "\u2011", "\u2013", ".", ",", "'", "’s", "\u00A0", "\u00AD", "\u0301", "\u0306", "\u200B", "\ud83d", "\ude42", "🙂", "\0", "№", "No. ", "N ",
        "С.В.", "G20", "С-400", "e-mail", "ъъъ", "декабря", "December", "2021", "ПУТИН", "MИДа", "ß", "İ", "ǅ", "ﬁ", "é", "ё", "Й", "²", "٣", "क्", "你好", "o'", "2 000",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char['а', 'я'], 0, 12],
        Gen.String[Gen.Char['a', 'z'], 0, 12],
        Gen.String[Gen.Char['0', '9'], 0, 5],
        Gen.Int[0, Oddities.Length - 1].Select(at => Oddities[at]));

    private static readonly Gen<string> Text = Piece.Array[0, 16].Select(string.Concat);

    [Fact]
    public void WordsStandInOrderWithinTheText() => Text.Sample(text =>
    {
        var read = TextWords.Of(text);
        var behind = 0;
        foreach (var word in read.Words)
        {
            if (word.Start < behind || word.End <= word.Start || word.End > text.Length || !char.IsLetterOrDigit(text[word.Start]))
                return false;
            behind = word.End;
        }

        return read.Compounds.All(compound => compound.First >= 0 && compound.Count >= 1 && compound.First + compound.Count <= read.Words.Count)
            && read.Compounds.Zip(read.Compounds.Skip(1)).All(pair => pair.First.First <= pair.Second.First);
    });

    [Fact]
    public void TermsAreNeitherEmptyNorBoundless() => Text.Sample(text =>
    {
        var read = TextWords.Of(text);
        return read.Words.Select(word => word.Forms).Concat(read.Compounds.Select(compound => compound.Forms))
            .All(forms => forms.Terms.Concat(forms.Sought).All(term => term.Length is > 0 and <= LongestTerm));
    });

    [Fact]
    public void AWordFindsItself() => Text.Sample(text =>
    {
        var read = TextWords.Of(text);
        return read.Words.All(word => Lexicon.Of(text.AsSpan(word.Start..word.End), isShouted: false).Finds(Lexicon.Of(text.AsSpan(word.Start..word.End), isShouted: false)))
            && read.Compounds.All(compound => read.FindAt(compound.First, compound.Forms) is not null);
    });

    [Fact]
    public void FoldedOnceIsFoldedForever() => Text.Sample(text => Spelling.Fold(Spelling.Fold(text)) == Spelling.Fold(text));

    [Fact]
    public void ComposingIsSafeAndFinal() => Text.Sample(text => Spelling.Compose(Spelling.Compose(text)) == Spelling.Compose(text));

    [Fact]
    public void WhatStandsBehindAFullStopIsCutAsIfItStoodAlone() => Gen.Select(Text, Text).Sample((before, text) =>
    {
        var (apart, whole) = (Words(text), Words($"{before}x; {text}"));
        return whole.TakeLast(apart.Count).SequenceEqual(apart);
    });

    [Fact]
    public void CapitalsChangeNoCut() => Gen.String[Gen.Char['а', 'я'], 1, 30].Sample(text => Words(text.ToUpperInvariant()).Count == Words(text).Count);

    private static List<string> Words(string text) => [.. TextWords.Of(text, isShouted: false).Words.Select(word => word.Forms.Surface)];
}
