using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Comparing;

/// <summary>Invented texts of few words, so that two of them have much in common.</summary>
internal static class AnyText
{
    private static readonly Gen<string> Unit = Gen.OneOf("мир", "Мир", "договор", "договорённость", "2021", "—", ",", ".", "«", "»", "no", "peace", "ё", "е\u0308", "👩‍🚀", " ", "  ", "-");

    /// <summary>A line of text.</summary>
    public static Gen<string> Line { get; } = Unit.List[0, 25].Select(units => string.Join(' ', units).Trim());

    /// <summary>A text of passages with their speakers.</summary>
    public static Gen<IReadOnlyList<Passage>> Passages { get; } =
        Gen.Select(Gen.OneOf<string?>(null, "В.Путин", "Вопрос"), Line).List[0, 12]
            .Select(lines => (IReadOnlyList<Passage>)[.. lines.Select((line, at) => new Passage(at + 1, line.Item1, line.Item2))]);

    /// <summary>Two texts, of which the second is made of the first by moving, dropping and writing passages anew.</summary>
    public static Gen<(IReadOnlyList<Passage> Before, IReadOnlyList<Passage> After)> Edited { get; } =
        Gen.Select(Passages, Passages, Gen.Int[0, 11].List[0, 15]).Select((before, other, picks) =>
            (before, (IReadOnlyList<Passage>)[.. picks.Select(pick => pick % 3 == 0 || before.Count == 0 ? other.ElementAtOrDefault(pick) : before[pick % before.Count])
                .OfType<Passage>().Select((passage, at) => passage with { Number = at + 1 })]));

    /// <summary>A record with these passages.</summary>
    public static ArchiveRecord Record(IReadOnlyList<Passage> passages) => Documents.Record() with { Passages = passages };
}
