using System.Net;
using System.Net.Sockets;

namespace KremlinArchive.Import.Fetching.Safety;

/// <summary>
/// Connects to a host at the very addresses that were checked: between the check and the connection no name is looked up again, so that a name
/// server that first says a public address and then a private one gains nothing.
/// </summary>
internal sealed class CheckedConnection(Network network)
{
    /// <exception cref="UnsafeAddressException">The host leads to no address of the public internet.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellation)
    {
        // Windows and Linux know more ways to write an address than the host list does; an address is checked like a looked-up one.
        IPAddress[] found = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await network.Resolve(host.Host, cancellation);
        var allowed = found.Where(PublicInternet.Holds).ToList();
        if (allowed.Count == 0)
            throw new UnsafeAddressException(found.Length == 0
                ? $"{host.Host} has no address."
                : $"{host.Host} leads to {string.Join(", ", found.Take(4))}, which is no address of the public internet: it is not asked.");

        Exception? last = null;
        foreach (var address in allowed)
        {
            try
            {
                return await network.Dial(new IPEndPoint(address, host.Port), cancellation);
            }
            catch (SocketException unreachable)
            {
                // The next address may answer; if none does, the last failure is told.
                last = unreachable;
            }
        }

        throw last!;
    }
}

/// <summary>A host's name leads where nothing is fetched from.</summary>
internal sealed class UnsafeAddressException(string message) : Exception(message);
