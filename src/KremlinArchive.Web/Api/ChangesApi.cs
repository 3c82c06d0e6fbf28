using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Changes;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/changes</c>: the change log by number, the oldest first, so that a follower misses nothing.</summary>
internal static class ChangesApi
{
    private const int UsualSize = 100;
    private const int LargestSize = 1000;

    public static async Task<IResult> ListAsync(
        string? after, string? size, string? lang, string? show, ChangeHistory history, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var numbers = new NumberParameters(words);
        var from = numbers.Read(nameof(after), after, 0, least: 0);
        var most = numbers.Read(nameof(size), size, UsualSize, least: 1);
        var wrong = numbers.Wrong;
        if (lang is not null && LanguageCodes.Parse(lang) is null)
            wrong[nameof(lang)] = [words["api.wrong-choice", lang, "ru, en"]];
        if (show is not (null or "all" or "edits"))
            wrong[nameof(show)] = [words["api.wrong-choice", show, "all, edits"]];
        if (wrong.Count > 0)
            return Results.ValidationProblem(wrong, title: words["api.wrong-parameters"]);

        var selection = new ChangeSelection { Kinds = show == "edits" ? ChangeSelection.Edits : [], Language = LanguageCodes.Parse(lang) };
        var changes = await history.OldestAsync(selection, from, (int)Math.Min(most, LargestSize), cancellation);
        return Results.Bytes(ArchiveJson.Write(changes), ApiContent.Json);
    }
}
