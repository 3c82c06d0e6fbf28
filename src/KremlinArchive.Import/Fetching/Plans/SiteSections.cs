using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>The addresses under which an item may be found: the site answers 404 under a section in which it is not published.</summary>
internal static class SiteSections
{
    // The short link after the two that hold most items: where it redirects, it saves asking under all others.
    private static readonly string[] All =
    [
        "/events/president/news", "/events/president/transcripts", "/d", "/acts/news", "/events/president/letters", "/events/president/trips", "/events/security-council",
        "/events/state-council", "/events/councils", "/events/administration", "/acts/assignments", "/misc", "/press/announcements",
    ];

    /// <summary>The address to ask for first. An act is asked for as its print page, which alone holds the whole of it.</summary>
    public static string FirstAddress(RecordId id) => SiteAddress.Root(id.Language) + id.Collection switch
    {
        Collection.Acts => Path("/acts/bank", id) + "/print",
        Collection.Supplement => Path("/supplement", id),
        _ => Path(All[0], id),
    };

    /// <summary>The other addresses of an item.</summary>
    /// <param name="address">The one that was asked for.</param>
    /// <param name="known">The one that the archive knows; null if it does not hold the record.</param>
    public static IEnumerable<string> Others(SiteAddress address, string? known)
    {
        if (address is not { Record: { Collection: Collection.Events } id, Page: SitePage.Article, CapturedAt: null })
            return known is null ? [] : [known];
        var all = All.Select(section => SiteAddress.Root(id.Language) + Path(section, id));
        return known is null ? all : all.Prepend(known);
    }

    private static string Path(string section, RecordId id) => string.Create(CultureInfo.InvariantCulture, $"{section}/{id.Number}");
}
