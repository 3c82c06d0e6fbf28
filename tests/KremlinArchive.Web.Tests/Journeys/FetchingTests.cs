using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

/// <summary>The built programs fetch from the fake site through it as their proxy.</summary>
public sealed class FetchingTests(FakeSite site) : IClassFixture<FakeSite>
{
    private const int Pages = 250;

    /// <summary>More with <c>KREMLIN_ARCHIVE_KILLS=200</c> in the environment.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KREMLIN_ARCHIVE_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 1;

    [Fact]
    public async Task AServerThatWatchesFindsWhatIsNew()
    {
        site.Clear();
        using var directory = new TempDirectory();
        site.Serve("http://kremlin.ru/events/all/feed", InventedSite.Feed([new(101, "2026-05-30T10:00:00")]));
        site.ServePages(101);
        await using var server = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false", "--Archive:Watch:On", "true", "--Archive:Fetch:Proxy", Proxy, "--Archive:Fetch:LeastPause", "0", "--Archive:Fetch:MostPause", "0");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var found = HttpStatusCode.NotFound;
        while (found == HttpStatusCode.NotFound)
            found = (await server.Http.GetAsync("/api/v1/records/ru/events/101", patience.Token)).StatusCode;
        Assert.Equal(HttpStatusCode.OK, found);
    }

    [Fact]
    public async Task AFetchThatIsKilledAtAnyMomentIsResumedWithoutLossAndWithoutDoubling()
    {
        var random = new Random(20260601);
        for (var kill = 0; kill < Kills; kill++)
        {
            site.Clear();
            site.ServePages(Enumerable.Range(101, Pages));
            using var directory = new TempDirectory();
            await KillAsync(Cli(directory, "fetch", "--range", $"ru/events/101..{100 + Pages}"), atRequest: random.Next(2, Pages));

            var resumed = await BuiltProgram.RunAsync(Cli(directory, "fetch", "--resume", "--json"));
            Assert.True(resumed.ExitCode == 0, resumed.Output + resumed.Errors);
            var verify = await BuiltProgram.RunAsync(Cli(directory, "verify", "--json"));
            Assert.True(verify.ExitCode == 0, verify.Output + verify.Errors);

            using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.At("archive") }, TestContext.Current.CancellationToken);
            var runs = await store.Runs.ListAsync(null, 10, TestContext.Current.CancellationToken);
            Assert.Equal((Pages, Pages, 0), (runs.Sum(run => run.Counts.Total), runs.Sum(run => run.Counts.Added), (await store.Fetches.UnfinishedAsync(TestContext.Current.CancellationToken)).Count));
            Assert.StartsWith("Interrupted", runs[^1].Failure, StringComparison.Ordinal);
            Assert.Equal(runs[0].Counts.Total, JsonDocument.Parse(resumed.Output).RootElement.GetProperty("added").GetInt64());
        }
    }

    private string Proxy => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{site.Port}");

    private ProcessStartInfo Cli(TempDirectory directory, params string[] arguments)
    {
        var start = BuiltProgram.Cli([.. arguments, "--data", directory.At("archive")]);
        start.Environment["Archive__Fetch__Proxy"] = Proxy;
        start.Environment["Archive__Fetch__LeastPause"] = "0";
        start.Environment["Archive__Fetch__MostPause"] = "0";
        return start;
    }

    /// <summary>Starts a program and kills it while it waits for the n-th answer.</summary>
    private async Task KillAsync(ProcessStartInfo start, int atRequest)
    {
        using var asked = new SemaphoreSlim(0);
        var requests = 0;
        site.Asking = _ =>
        {
            if (Interlocked.Increment(ref requests) == atRequest)
                asked.Release();
        };
        using var program = Process.Start(start)!;
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        program.Kill(entireProcessTree: true);
        await program.WaitForExitAsync(CancellationToken.None);
        site.Asking = null;
    }
}
