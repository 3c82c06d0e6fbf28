namespace KremlinArchive.Import.Fetching.Safety;

/// <summary>Which addresses may be asked for at all, by their scheme, host and port. Redirects are held against it like what was asked first.</summary>
internal sealed class AllowedHosts(IReadOnlyList<string> hosts)
{
    private const string AnyBelow = "*.";

    /// <summary>Why an address is not asked for, in a sentence; null if it may be.</summary>
    public string? Refusal(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return $"{address} is not fetched: only http and https addresses are.";
        if (address.UserInfo.Length > 0)
            return $"{address.Host} is not fetched with a name and password in its address.";
        if (!address.IsDefaultPort && address.Port is not (80 or 443))
            return $"{address.Host} is not fetched from port {address.Port}: only 80 and 443 are asked.";
        return hosts.Any(host => Admits(host, address.IdnHost.TrimEnd('.').ToLowerInvariant())) ? null : $"{address.IdnHost} is none of the allowed hosts ({string.Join(", ", hosts)}).";
    }

    private static bool Admits(string allowed, string host) => allowed.StartsWith(AnyBelow, StringComparison.Ordinal)
        ? host.Length > allowed.Length - 1 && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
