using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Search.Comparing;

namespace KremlinArchive.Tests.Search.Comparing;

public sealed class AnyComparisonTests
{
    [Fact]
    public void TakingTheMarksFromEitherSideGivesThatSidesText() => Gen.Select(AnyText.Line, AnyText.Line).Sample(
        (before, after) =>
        {
            var changed = ChangedText.Between(before, after);
            return changed.Before == before && changed.After == after
                && changed.Pieces.All(piece => piece.Text.Length > 0)
                && changed.Pieces.Zip(changed.Pieces.Skip(1)).All(pair => pair.First.Change != pair.Second.Change);
        },
        iter: 2_000);

    [Fact]
    public void ComparedWithItselfATextIsTheSame() => AnyText.Passages.Sample(
        passages => RecordComparison.Of(AnyText.Record(passages), AnyText.Record(passages)).IsEmpty,
        iter: 300);

    [Fact]
    public void ApplyingAComparisonGivesTheLaterTextAndTakingItBackTheEarlierOne() => AnyText.Edited.Sample(
        texts =>
        {
            var compared = RecordComparison.Of(AnyText.Record(texts.Before), AnyText.Record(texts.After)).Passages;
            return compared.Where(line => line.StandsBefore).Select(line => line.Before!).SequenceEqual(texts.Before)
                && compared.Where(line => line.StandsAfter).Select(line => line.After!).SequenceEqual(texts.After)
                && compared.All(Tells);
        },
        iter: 1_000);

    private static bool Tells(ComparedPassage line) => line.Change switch
    {
        PassageChange.Same => CanonicalText.Of(line.Before!.Text) == CanonicalText.Of(line.After!.Text) && line.Text.Before == line.Before.Text && line.Text.After == line.After.Text,
        PassageChange.Removed => line.After is null && line.Text.Before == line.Before!.Text && line.Text.After.Length == 0,
        PassageChange.Added => line.Before is null && line.Text.After == line.After!.Text && line.Text.Before.Length == 0,
        _ => line.Text.Before == line.Before!.Text && line.Text.After == line.After!.Text && line.Speaker.After == (line.After.Speaker ?? ""),
    };
}
