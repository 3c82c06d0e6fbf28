using CsCheck;

namespace KremlinArchive.Tests.Search.Queries;

/// <summary>Queries that anybody may type: words, signs, operators and any characters in any order.</summary>
internal static class AnyQuery
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Of("газ", "нефть", "Путин", "США", "мир", "Нью-Йорк", "С.В.Лавров", "123-ФЗ", "G20", "the", "ёж", "не", "2021", "2021-12", "7.12.2021", "2020..2022", "1 000", "№ 5"),
        Of(" ", " ", " ", "\"", "«", "»", "“", "(", ")", "-", "=", "*", "~", "~2", "|", ":", "..", "\t", "'", "+"),
        Of("OR", " ИЛИ ", "NOT ", "НЕ ", " AND ", "title:", "говорит:", "место:", "in:ru", "до:2014", "after:", "дата:"),
        Gen.Char.Array[1, 3].Select(characters => new string(characters)));

    public static readonly Gen<string> Texts = Piece.Array[0, 14].Select(pieces => string.Concat(pieces));

    /// <summary>Queries whose words stand apart: with signs and operators in any order, but without words grown together by accident.</summary>
    public static readonly Gen<string> Spaced = Gen.Select(
        Of("", "", "", "-", "=", "\"", "(", "title:", "говорит:", "-место:"),
        Of("газ", "нефть", "Путин", "США", "мир", "Нью-Йорк", "С.В.Лавров", "123-ФЗ", "G20", "С-400", "the", "ёж", "не", "2021", "2021-12", "7.12.2021", "7 декабря 2021 года", "2020..2022", "до:2014", "OR", "ИЛИ", "NOT", "НЕ", "AND", "|"),
        Of("", "", "", "*", "~", "~2", "\"", "\"~5", ")", ","),
        (before, word, after) => before + word + after).Array[0, 8].Select(words => string.Join(' ', words));

    private static Gen<string> Of(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]);
}
