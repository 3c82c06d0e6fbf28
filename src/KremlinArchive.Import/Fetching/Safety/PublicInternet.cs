using System.Net;
using System.Net.Sockets;

namespace KremlinArchive.Import.Fetching.Safety;

/// <summary>Tells addresses of the public internet from all that lead into a machine, a network or another address in disguise.</summary>
internal static class PublicInternet
{
    private static readonly IPNetwork[] Special4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // Within the global unicast addresses of IPv6: protocol assignments with Teredo (2001::/23), documentation, and 6to4, which carries an IPv4 address.
    private static readonly IPNetwork[] Special6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    public static bool Holds(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Special4.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => address.ScopeId == 0 && IsGlobal(address) && !Special6.Any(network => network.Contains(address)),
        _ => false,
    };

    // Of IPv6 only what is given out as global unicast counts, 2000::/3: loopback, link-local, unique-local, multicast and NAT64 addresses lie outside of it.
    // Mapped ones do, too, but the framework holds them against networks as the IPv4 addresses that they are.
    private static bool IsGlobal(IPAddress address) => !address.IsIPv4MappedToIPv6 && (address.GetAddressBytes()[0] & 0xE0) == 0x20;

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
