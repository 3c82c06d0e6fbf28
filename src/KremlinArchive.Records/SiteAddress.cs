using System.Globalization;

namespace KremlinArchive.Records;

/// <summary>
/// An address of the site, read: every address of one item (other hosts, sections, suffixes, the web archive's wrapping) gives the same identity.
/// </summary>
public sealed record SiteAddress
{
    internal SiteAddress(Language language, SitePage page)
    {
        Language = language;
        Page = page;
    }

    /// <summary>Russian for kremlin.ru, English for en.kremlin.ru.</summary>
    public Language Language { get; }

    /// <summary>What the address leads to.</summary>
    public SitePage Page { get; }

    /// <summary>The item that the page shows in one form or another; null for lists and other pages.</summary>
    public RecordId? Record { get; internal init; }

    /// <summary>The section that the address names, <c>/events/president/news</c>; null for short links and for what is no item or list.</summary>
    public string? Section { get; internal init; }

    /// <summary>When the web archive took its copy; null for any address but the archive's.</summary>
    public DateTimeOffset? CapturedAt { get; internal init; }

    /// <summary>The item's address in its long form without a suffix, always http and without www.; null where there is no item.</summary>
    public string? Canonical => Record is null ? null : Record.Collection switch
    {
        Collection.Acts => $"{Root(Language)}/acts/bank/{Number}",
        Collection.Supplement => $"{Root(Language)}/supplement/{Number}",
        _ => $"{Root(Language)}{Section ?? "/d"}/{Number}",
    };

    private string Number => Record!.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>http://kremlin.ru</c> or <c>http://en.kremlin.ru</c>.</summary>
    public static string Root(Language language) => language == Language.English ? "http://en.kremlin.ru" : "http://kremlin.ru";

    /// <summary>Reads an address, with or without its scheme; null for anything that is not on kremlin.ru or en.kremlin.ru.</summary>
    public static SiteAddress? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var (address, capturedAt) = WebArchiveAddress.Unwrap(text.Trim());
        var rest = WithoutScheme(address);
        var hostEnd = rest.IndexOfAny(['/', '?', '#']);
        var host = hostEnd < 0 ? rest : rest[..hostEnd];
        if (LanguageOf(host) is not { } language)
            return null;
        return SitePath.Read(language, hostEnd < 0 ? "" : rest[hostEnd..]) with { CapturedAt = capturedAt };
    }

    /// <summary>Reads a link as it stands on a page of the site: absolute, or relative to the page's host.</summary>
    /// <param name="link">The link; the web archive's wrapping comes off.</param>
    /// <param name="language">The language of the page that the link is on.</param>
    /// <returns>The absolute address, on any host; null where the link leads to no page: empty, <c>mailto:</c>, <c>javascript:</c>.</returns>
    public static string? Absolute(string? link, Language language)
    {
        if (string.IsNullOrWhiteSpace(link))
            return null;
        var (address, _) = WebArchiveAddress.Unwrap(link.Trim());
        if (address.StartsWith("//", StringComparison.Ordinal))
            return "http:" + address;
        if (address.StartsWith('/'))
            return Root(language) + address;
        return address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? address : null;
    }

    private static string WithoutScheme(string address)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["http:", "https:"])
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return address[scheme.Length..].TrimStart('/'); // Proxies and archives fold the two slashes into one.
        }

        return address.StartsWith("//", StringComparison.Ordinal) ? address[2..] : address;
    }

    private static Language? LanguageOf(string host)
    {
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && host[(colon + 1)..] is not ("80" or "443" or ""))
            return null;
        var name = (colon < 0 ? host : host[..colon]).TrimEnd('.').ToLowerInvariant();
        return name switch
        {
            "kremlin.ru" or "www.kremlin.ru" or "special.kremlin.ru" or "www.special.kremlin.ru" => Language.Russian,
            "en.kremlin.ru" or "www.en.kremlin.ru" or "en.special.kremlin.ru" or "special.en.kremlin.ru" or "eng.kremlin.ru" => Language.English,
            _ => null,
        };
    }
}
