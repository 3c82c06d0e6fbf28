using KremlinArchive.Store.Reading;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Versions;

/// <summary>When a version stood on the site, in the words of an observer: what was seen and when, and nothing of what may have happened in between.</summary>
internal static class SeenWords
{
    /// <summary>One to three sentences.</summary>
    public static IEnumerable<string> Seen(this IStringLocalizer<Words> words, VersionEntry version)
    {
        yield return (version.SeenFirst, version.SeenLast) switch
        {
            ({ } first, { } last) when first == last => words["version.seen.once", first.LongMoscow()],
            ({ } first, { } last) => words["version.seen.span", first.LongMoscow(), last.LongMoscow()],
            _ => words["version.seen.unknown"],
        };
        if (version.NotSeenOn is { } without)
            yield return words["version.seen.not", without.LongMoscow()];
        yield return words["version.imported", version.ImportedAt.LongMoscow()];
    }
}
