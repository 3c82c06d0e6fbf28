using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Listings;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/coverage</c>: how much of what the site has published the archive holds, day by day; and under <c>/gaps</c>, what it lacks.</summary>
internal static class CoverageApi
{
    private const int UsualSize = 100;
    private const int LargestSize = 1000;

    public static async Task<IResult> DaysAsync(string? lang, string? from, string? to, CoverageReader coverage, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var asked = new Asked(lang, from, to, words);
        return asked.Refusal ?? Results.Bytes(ArchiveJson.Write(asked.Language, await coverage.DaysAsync(asked.Language, asked.Span, cancellation)), ApiContent.Json);
    }

    public static async Task<IResult> GapsAsync(
        string? lang, string? from, string? to, string? after, string? size, CoverageReader coverage, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var asked = new Asked(lang, from, to, words);
        var place = GapKey.Parse(after);
        if (after is not null && place is null)
            asked.Wrong[nameof(after)] = [words["api.wrong-place", after]];
        var most = UsualSize;
        if (size is not null && (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most < 1))
            asked.Wrong[nameof(size)] = [words["api.wrong-number", size, 1]];
        if (asked.Refusal is { } refusal)
            return refusal;
        most = Math.Min(most, LargestSize);
        var gaps = await coverage.GapsAsync(asked.Language, asked.Span, place, most + 1, cancellation);
        return Results.Bytes(ArchiveJson.Write(asked.Language, asked.Span, [.. gaps.Take(most)], gaps.Count > most), ApiContent.Json);
    }

    /// <summary>The language and the days that are asked for, with what is wrong with them.</summary>
    private sealed class Asked
    {
        private readonly IStringLocalizer<Words> words;

        public Asked(string? lang, string? from, string? to, IStringLocalizer<Words> words)
        {
            this.words = words;
            if (LanguageCodes.Parse(lang) is { } language)
                Language = language;
            else
                Wrong[nameof(lang)] = [words["api.wrong-choice", lang ?? "", "ru, en"]];
            if (Date(nameof(from), from) is not { } first || Date(nameof(to), to) is not { } last)
                return;
            if (last.Last < first.First)
                Wrong[nameof(to)] = [words["api.wrong-days"]];
            else if (last.Last.DayNumber - first.First.DayNumber >= CoverageReader.MostDays)
                Wrong[nameof(to)] = [words["api.wrong-span", CoverageReader.MostDays]];
            else
                Span = new DaySpan(first.First, last.Last);
        }

        public Language Language { get; }

        public DaySpan Span { get; }

        public Dictionary<string, string[]> Wrong { get; } = new(StringComparer.Ordinal);

        /// <summary>The answer that tells what is wrong; null if nothing is.</summary>
        public IResult? Refusal => Wrong.Count > 0 ? Results.ValidationProblem(Wrong, title: words["api.wrong-parameters"]) : null;

        private PartialDate? Date(string name, string? text)
        {
            // Beyond these years a day has no next one, or Moscow no clock.
            if (PartialDate.Parse(text) is { First.Year: > 1, Last.Year: < 9999 } date)
                return date;
            Wrong[name] = [words["api.wrong-date", text ?? ""]];
            return null;
        }
    }
}
