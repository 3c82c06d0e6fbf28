using CsCheck;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Tests.Search.Queries;

/// <summary>What holds for the answer to every query that anybody can type.</summary>
public sealed class AnyAnswerTests(QueryShelf shelf) : IClassFixture<QueryShelf>
{
    private static readonly Gen<SearchRequest> Requests = Gen.Select(
        AnyQuery.Texts, Gen.Bool, Gen.Bool, (query, isAny, rescues) => new SearchRequest { Query = query, Match = isAny ? WordMatch.Any : WordMatch.All, Rescues = rescues });

    [Fact]
    public void AnAnswerCountsWhatItFinds() => Requests.Sample(
        request =>
        {
            var answer = shelf.Archive.Ask(request);
            return answer.Hits.Count == answer.Total
                && answer.Facets[Facet.Language].Sum(value => value.Count) == answer.Total
                && answer.Facets[Facet.Year].Sum(value => value.Count) == answer.Total
                && !answer.IsPartial;
        },
        iter: 3_000);

    [Fact]
    public void EveryWordLessFindsNoLess() => AnyQuery.Texts.Sample(
        query =>
        {
            var request = new SearchRequest { Query = query, Rescues = false };
            var answer = shelf.Archive.Ask(request);
            return answer.Reading.All(part => shelf.Archive.Ask(request with { Query = part.Without }).Total >= answer.Total || part.Text.Contains(':', StringComparison.Ordinal));
        },
        iter: 1_000);

    [Fact]
    public void SnippetsAreFewAndCutNoWord() => Requests.Sample(
        request => shelf.Archive.Ask(request).Hits.All(hit => hit.Snippets.Count <= 3 && hit.Snippets.All(IsWhole)),
        iter: 1_000);

    private static bool IsWhole(Snippet snippet) => snippet.Text.Pieces.All(piece =>
        piece.Text.Length > 0 && !char.IsLowSurrogate(piece.Text[0]) && !char.IsHighSurrogate(piece.Text[^1])
        && (!piece.IsMatch || (char.IsLetterOrDigit(piece.Text[0]) && char.IsLetterOrDigit(piece.Text[^1]))));
}
