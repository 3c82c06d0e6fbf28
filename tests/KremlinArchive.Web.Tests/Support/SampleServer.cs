using KremlinArchive.Tests.Support;

[assembly: AssemblyFixture(typeof(KremlinArchive.Web.Tests.Support.SampleServer))]

namespace KremlinArchive.Web.Tests.Support;

/// <summary>One server on a fresh archive with the samples, for all tests that only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private readonly TempDirectory directory = new();

    internal RunningServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(directory.Path);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        directory.Dispose();
    }
}
