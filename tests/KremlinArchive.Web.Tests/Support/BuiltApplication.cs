using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>The application in the test's own process, on an empty archive: it can be asked what no request tells, as which endpoints it has.</summary>
internal static class BuiltApplication
{
    /// <param name="longestSearch">How long a search may take; three seconds if it is not given.</param>
    public static async Task RunAsync(Func<WebApplication, HttpClient, Task> test, TimeSpan? longestSearch = null)
    {
        using var directory = new TempDirectory();
        var builder = ArchiveServer.CreateBuilder(["--urls", "http://127.0.0.1:0", "--Archive:DataDirectory", directory.Path]);
        var settings = ArchiveSettings.Read(builder.Configuration);
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = settings.DataDirectory }, TestContext.Current.CancellationToken);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = settings.IndexDirectory, LongestSearch = longestSearch ?? TimeSpan.FromSeconds(3) }, store.Changes);
        await using var app = ArchiveServer.Build(builder, settings, store, index);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        await test(app, http);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
