using System.Net;
using System.Net.Sockets;

namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>Whom a request counts for: an address of IPv4, a /64 of IPv6, which is what one household has.</summary>
internal static class ClientNetwork
{
    private const int HouseholdBytes = 8;

    /// <summary>
    /// The network of a client; null on loopback. A proxy on the same machine that is not named in the settings lends its address to all its
    /// readers: counted together they would refuse each other.
    /// </summary>
    public static IPAddress? Of(IPAddress? client)
    {
        if (client is null)
            return null;
        if (client.IsIPv4MappedToIPv6)
            client = client.MapToIPv4();
        if (IPAddress.IsLoopback(client) || client.AddressFamily != AddressFamily.InterNetworkV6)
            return IPAddress.IsLoopback(client) ? null : client;
        var bytes = client.GetAddressBytes();
        bytes.AsSpan(HouseholdBytes).Clear();
        return new IPAddress(bytes);
    }
}
