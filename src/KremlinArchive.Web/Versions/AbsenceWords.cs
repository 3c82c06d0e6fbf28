using KremlinArchive.Store.Absences;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Versions;

/// <summary>When a record was not seen on the site, in the words of an observer: nothing of why.</summary>
internal static class AbsenceWords
{
    /// <summary>One or two sentences.</summary>
    public static IEnumerable<string> Absent(this IStringLocalizer<Words> words, Absence absence)
    {
        yield return absence.FirstAt == absence.LastAt
            ? words["absent.once", absence.FirstAt.LongMoscow()]
            : words["absent.span", absence.FirstAt.LongMoscow(), absence.LastAt.LongMoscow()];
        if (absence.SeenAgainAt is { } again)
            yield return words["absent.again", again.LongMoscow()];
    }
}
