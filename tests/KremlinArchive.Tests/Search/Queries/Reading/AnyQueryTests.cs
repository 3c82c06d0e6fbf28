using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Reading;

namespace KremlinArchive.Tests.Search.Queries.Reading;

/// <summary>What holds for every query that anybody can type.</summary>
public sealed class AnyQueryTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Of("газ", "нефть", "Путин", "США", "мир", "Нью-Йорк", "С.В.Лавров", "123-ФЗ", "G20", "the", "ёж", "не", "2021", "2021-12", "7.12.2021", "2020..2022", "1 000", "№ 5"),
        Of(" ", " ", " ", "\"", "«", "»", "“", "(", ")", "-", "=", "*", "~", "~2", "|", ":", "..", "\t", "'", "+"),
        Of("OR", " ИЛИ ", "NOT ", "НЕ ", " AND ", "title:", "говорит:", "место:", "in:ru", "до:2014", "after:", "дата:"),
        Gen.Char.Array[1, 3].Select(characters => new string(characters)));

    private static readonly Gen<string> Query = Piece.Array[0, 14].Select(pieces => string.Concat(pieces));

    [Fact]
    public void AQueryIsReadTheSameWhenItIsWrittenOut() => Query.Sample(
        query =>
        {
            var written = Write(query, Language.English);
            return Write(written, Language.English) == written;
        },
        iter: 20_000);

    [Fact]
    public void BothLanguagesWriteTheSameQuery() => Query.Sample(
        query =>
        {
            var russian = Write(query, Language.Russian);
            return Write(russian, Language.English) == Write(query, Language.English);
        },
        iter: 5_000);

    [Fact]
    public void ATreeHasNoEmptyBranch() => Query.Sample(
        query =>
        {
            var parsed = QueryReader.Read(query, Language.Russian);
            return parsed.Root is null || (QueryWriter.Write(parsed.Root, Language.English).Length > 0 && parsed.Parts.All(part => QueryWriter.Identity(part).Length > 0));
        },
        iter: 5_000);

    private static Gen<string> Of(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]);

    private static string Write(string query, Language language) => QueryWriter.Write(QueryReader.Read(query, Language.Russian).Root, language);
}
