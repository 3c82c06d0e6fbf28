using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>A server and an archive of a test's own, for what others may not see.</summary>
internal sealed class OwnRoom : IAsyncDisposable
{
    private OwnRoom(TempDirectory directory, RunningServer server)
    {
        Directory = directory;
        Server = server;
    }

    public TempDirectory Directory { get; }

    public RunningServer Server { get; }

    public Uri Address => Server.Http.BaseAddress!;

    public static async Task<OwnRoom> OpenAsync(params string[] settings)
    {
        var directory = new TempDirectory();
        return new OwnRoom(directory, await RunningServer.StartAsync(directory.Path, settings));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Dispose();
    }
}
