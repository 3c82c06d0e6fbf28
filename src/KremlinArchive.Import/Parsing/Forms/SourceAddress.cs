using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Reads an address of the site out of a capture's source: an address itself, or a path of folders that mirrors one.</summary>
internal static class SourceAddress
{
    private static readonly string[] Extensions = [".html", ".htm", ".xml", ".txt", ".xhtml", ".gz"];

    /// <summary>The address; null where the source mirrors none, as <c>pages/62565.html</c>.</summary>
    internal static SiteAddress? Of(string source)
    {
        if (SiteAddress.Parse(source) is { } address)
            return address;
        var parts = source.Split(['/', '\\', '!'], StringSplitOptions.RemoveEmptyEntries);
        var host = Array.FindLastIndex(parts, part => SiteAddress.Parse(part) is { Page: SitePage.Home });
        if (host < 0)
            return null;
        var path = string.Join('/', parts[host..]);
        return SiteAddress.Parse(WithoutExtension(path));
    }

    private static string WithoutExtension(string path)
    {
        foreach (var extension in Extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && !path.EndsWith("robots.txt", StringComparison.OrdinalIgnoreCase))
                return WithoutIndex(path[..^extension.Length]);
        }

        return WithoutIndex(path);
    }

    private static string WithoutIndex(string path) => path.EndsWith("/index", StringComparison.OrdinalIgnoreCase) ? path[..^"/index".Length] : path;
}
