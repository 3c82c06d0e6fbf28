using Microsoft.AspNetCore.Components.Server;

namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>What connections may take before anything is known of who is behind them.</summary>
internal static class ConnectionLimits
{
    public static void LimitConnections(this IWebHostBuilder host) => host.ConfigureKestrel(server =>
    {
        var limits = server.Limits;
        // A query of 10,000 Cyrillic letters has 60,000 characters in an address.
        limits.MaxRequestLineSize = 128 * 1024;
        limits.MaxRequestHeadersTotalSize = 160 * 1024;
        // Readers send no bodies but sign-in forms; the address that takes uploads raises this for itself.
        limits.MaxRequestBodySize = 64 * 1024;
        // Who sends a request a byte at a time is not waited for. Bodies have their own slowest rate, Kestrel's default.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.MaxConcurrentConnections = 10_000;
        limits.MaxConcurrentUpgradedConnections = 2_000;
    });

    /// <summary>Bounds what circuits keep in memory, connected or not.</summary>
    public static void LimitCircuits(this IServerSideBlazorBuilder circuits) => circuits
        .AddHubOptions(hub =>
        {
            hub.MaximumReceiveMessageSize = 32 * 1024;
            hub.HandshakeTimeout = TimeSpan.FromSeconds(10);
        })
        .Services.Configure<CircuitOptions>(circuit =>
        {
            // Long enough to ride out a tunnel or a sleeping laptop; a reader who comes later loses suggestions, and an admin reloads.
            circuit.DisconnectedCircuitMaxRetained = 50;
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            circuit.PersistedCircuitInMemoryMaxRetained = 50;
            circuit.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(10);
            circuit.MaxBufferedUnacknowledgedRenderBatches = 10;
        });
}
