namespace KremlinArchive.Records;

/// <summary>Reads the path of an address of the site: which page of which item it leads to.</summary>
internal static class SitePath
{
    // Sections whose pages share the numbers of the short links /d/N. Old addresses (/transcripts/N) leave out /events/president.
    private static readonly string[] Numbered =
    [
        "/events", "/acts/news", "/acts/assignments", "/misc", "/news", "/transcripts", "/letters", "/trips", "/press/announcements",
    ];

    /// <summary>Reads everything that follows the host: path, query and fragment.</summary>
    internal static SiteAddress Read(Language language, string path)
    {
        var parts = Segments(path);
        if (parts.Count == 0)
            return new SiteAddress(language, SitePage.Home);
        if (IsFeed(parts))
            return new SiteAddress(language, SitePage.Feed) { Section = Section(parts[..parts.LastIndexOf("feed")]) };
        if (parts[0] == "search")
            return new SiteAddress(language, SitePage.Search);

        var page = TakeSuffix(parts);
        return Item(language, page, parts) ?? NoItem(language, parts);
    }

    private static List<string> Segments(string path)
    {
        var decoded = Uri.UnescapeDataString(path.Split('?', '#')[0]);
        var end = decoded.AsSpan().IndexOfAny('?', '#'); // An archive may have escaped the fragment's mark.
        return [.. (end < 0 ? decoded : decoded[..end]).ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static bool IsFeed(List<string> parts) =>
        parts[^1] == "feed" || (parts.Count > 2 && parts[^3] == "feed" && parts[^2] == "page");

    /// <summary>Takes a variant's suffix off the path: /print, /photos, /photos/ID, of an act /page/2.</summary>
    private static SitePage TakeSuffix(List<string> parts)
    {
        for (var last = parts.Count - 1; last >= Math.Max(1, parts.Count - 2); last--)
        {
            SitePage? page = parts[last] switch
            {
                "print" => SitePage.Print,
                "email" => SitePage.Article,
                "photos" => SitePage.Photos,
                "videos" or "audios" => SitePage.Videos,
                "page" when parts[0] is "acts" or "supplement" => SitePage.Part,
                _ => null,
            };
            if (page is null || RecordId.ParseNumber(parts[last - 1]) is null)
                continue;
            if (page == SitePage.Part && parts[^1] == "1")
                page = SitePage.Article;
            parts.RemoveRange(last, parts.Count - last);
            return page.Value;
        }

        return SitePage.Article;
    }

    private static SiteAddress? Item(Language language, SitePage page, List<string> parts)
    {
        if (parts.Count < 2 || RecordId.ParseNumber(parts[^1]) is not { } number)
            return null;
        var before = parts[..^1];
        if (before[^1] == "copy")
        {
            page = SitePage.Copy;
            before.RemoveAt(before.Count - 1);
        }

        if (Place(before, page) is not var (collection, section))
            return null;
        return new SiteAddress(language, page) { Record = new RecordId(language, collection, number), Section = section };
    }

    /// <summary>The number space that the path before the number belongs to, and the section; null where the number is no item's.</summary>
    private static (Collection Collection, string? Section)? Place(List<string> before, SitePage page)
    {
        var path = Section(before) ?? "";
        switch (path)
        {
            case "" when page == SitePage.Copy:
            case "/d":
                return (Collection.Events, null);
            case "/acts/bank":
                return (Collection.Acts, path);
            case "/supplement":
                return (Collection.Supplement, path);
        }

        if (before[0] == "catalog") // An article opened from a catalogue list: /catalog/countries/UA/events/67315.
            return before is [_, _, _, "events"] ? (Collection.Events, null) : null;
        if (before[^1] is "page" or "by-council" or "by-date" or "section")
            return null;
        return Numbered.Any(start => path == start || path.StartsWith(start + "/", StringComparison.Ordinal)) ? (Collection.Events, path) : null;
    }

    private static SiteAddress NoItem(Language language, List<string> parts)
    {
        if (parts[0] == "catalog")
            return new SiteAddress(language, SitePage.Catalogue);
        if (parts[0] is not ("events" or "acts" or "misc" or "press" or "multimedia" or "supplement" or "news" or "transcripts"))
            return new SiteAddress(language, SitePage.Other);
        var end = parts.FindIndex(part => part is "page" or "by-date");
        return new SiteAddress(language, SitePage.List) { Section = Section(end < 0 ? parts : parts[..end]) };
    }

    private static string? Section(List<string> parts) => parts.Count == 0 ? null : "/" + string.Join('/', parts);
}
