using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace KremlinArchive.Web.Hosting;

/// <summary>The proxies whose word is taken for who the client is and whether it came by TLS. Anybody else's is not: it is a header like any other.</summary>
internal static class TrustedProxies
{
    private const string Setting = "Archive:Proxies";

    /// <summary>Addresses and networks, as a list or in one text with spaces or commas.</summary>
    /// <exception cref="WrongSettingException">One of them is neither.</exception>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        var texts = section.GetChildren().Select(child => child.Value).Prepend(section.Value);
        return [.. texts.SelectMany(text => (text ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)).Select(Parse)];
    }

    public static void UseTrustedProxies(this IApplicationBuilder app, IReadOnlyList<IPNetwork> proxies)
    {
        if (proxies.Count == 0)
            return;
        // However many of them stand in a row: the first address from the right that is none of them is the client's.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new WrongSettingException(Setting, $"“{text}” is neither an address nor a network; they look like 10.0.0.7 and 10.0.0.0/24.");
    }
}
