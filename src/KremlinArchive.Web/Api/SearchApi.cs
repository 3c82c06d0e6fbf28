using KremlinArchive.Search;
using KremlinArchive.Search.Json;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Counting;
using KremlinArchive.Web.Hosting.Caching;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/search</c>.</summary>
internal static class SearchApi
{
    public static IResult Search(HttpRequest request, ArchiveIndex index, SearchCounts counts, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var reading = SearchParameters.Read(QueryValues.Of(request), InterfaceLanguage.Current);
        if (reading.Problems.Count > 0)
            return WrongParameters(reading.Problems, words);
        var answer = index.Search(reading.Request, cancellation);
        if (answer.IsPartial)
            Revalidation.KeepNowhere(request.HttpContext);
        // Until the first batch is in, nothing found says nothing about the archive.
        if (index.IndexedChange > 0)
            counts.Count(reading.Request, answer);
        return Results.Bytes(ArchiveJson.Write(answer), ApiContent.Json);
    }

    private static IResult WrongParameters(IReadOnlyList<ParameterProblem> problems, IStringLocalizer<Words> words) => Results.ValidationProblem(
        problems.GroupBy(problem => problem.Parameter, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(problem => problem.Text).ToArray(), StringComparer.Ordinal),
        title: words["api.wrong-parameters"],
        detail: string.Join(' ', problems.Select(problem => $"{problem.Parameter}: {problem.Text}")));
}
