using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(ReadingRoom))]

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>One server for all tests that only read. Its archive holds the samples and a shelf of invented documents.</summary>
public sealed class ReadingRoom : IAsyncLifetime
{
    private readonly TempDirectory directory = new();
    private RunningServer? server;

    internal Uri Address => server!.Http.BaseAddress!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled)
            return;
        server = await RunningServer.StartAsync(directory.At("archive"));
        Shelf.Write(directory);
        var import = await BuiltProgram.RunAsync(BuiltProgram.Cli("import", directory.At("shelf"), "--data", directory.At("archive"), "--json"));
        Assert.True(import.ExitCode == 0, import.Output + import.Errors);
        await server.EventuallyAsync("/api/v1/status", status => status.GetProperty("change").GetInt64() is var change
            && change > Shelf.Count && status.GetProperty("indexed_change").GetInt64() == change);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        directory.Dispose();
    }
}
