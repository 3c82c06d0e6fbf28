using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Reading;

namespace KremlinArchive.Tests.Search.Queries.Reading;

/// <summary>What holds for every query that anybody can type.</summary>
public sealed class AnyQueryTests
{
    [Fact]
    public void AQueryIsReadTheSameWhenItIsWrittenOut() => AnyQuery.Spaced.Sample(
        query =>
        {
            var written = Write(query, Language.English);
            return Write(written, Language.English) == written;
        },
        iter: 5_000);

    [Fact]
    public void BothLanguagesWriteTheSameQuery() => AnyQuery.Spaced.Sample(
        query =>
        {
            var russian = Write(query, Language.Russian);
            return Write(russian, Language.English) == Write(query, Language.English);
        },
        iter: 2_000);

    [Fact]
    public void ATreeHasNoEmptyBranch() => AnyQuery.Texts.Sample(
        query =>
        {
            var parsed = QueryReader.Read(query, Language.Russian);
            return parsed.Root is null || (QueryWriter.Write(parsed.Root, Language.English).Length > 0 && parsed.Parts.All(part => QueryWriter.Identity(part).Length > 0));
        },
        iter: 5_000);

    private static string Write(string query, Language language) => QueryWriter.Write(QueryReader.Read(query, Language.Russian).Root, language);
}
