using System.Text.RegularExpressions;

namespace KremlinArchive.Import.Fetching;

/// <summary>Addresses as people give them, made ready to be asked for.</summary>
public static partial class FetchAddress
{
    private const string Archive = "web.archive.org";

    /// <summary>True for what names an address and no file: it begins with a scheme.</summary>
    public static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <summary>
    /// The address to ask for: without its fragment and, of a web archive's copy, the one that shows the page as the site sent it. Null for what is no address.
    /// </summary>
    public static string? Of(string text)
    {
        var trimmed = text.Trim();
        var hasScheme = IsAddress(trimmed) && trimmed.IndexOf("://", StringComparison.Ordinal) < (trimmed + "/").IndexOf('/', StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? trimmed : "http://" + trimmed, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;
        var address = uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        return IsOfArchive(uri) ? Rewritten().Replace(address, "/web/$1id_/", 1) : address;
    }

    internal static bool IsOfArchive(Uri address) => address.IdnHost.TrimEnd('.').Equals(Archive, StringComparison.OrdinalIgnoreCase);

    // Without a mark after the time the archive changes links in the page and adds a bar to it.
    [GeneratedRegex("/web/([0-9]{4,14})/")]
    private static partial Regex Rewritten();
}
