using System.Net;
using System.Net.Sockets;

namespace KremlinArchive.Import.Fetching.Safety;

/// <summary>How names become addresses and addresses connections.</summary>
/// <param name="Resolve">The addresses of a host.</param>
/// <param name="Dial">A connection to one address.</param>
internal sealed record Network(
    Func<string, CancellationToken, Task<IPAddress[]>> Resolve,
    Func<IPEndPoint, CancellationToken, Task<Stream>> Dial)
{
    /// <summary>The machine's own.</summary>
    public static Network Real { get; } = new(Dns.GetHostAddressesAsync, DialAsync);

    private static async Task<Stream> DialAsync(IPEndPoint address, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
