using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Hosting;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KremlinArchive.Web.Tests.Journeys;

/// <summary>An archive in PostgreSQL with two servers on it, each with an index of its own, and the command line beside them.</summary>
public sealed class SharedArchiveTests(FakeSite site) : IClassFixture<FakeSite>, IAsyncLifetime
{
    private readonly TempDirectory directory = new();
    private string database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await PostgresServer.NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await PostgresServer.DropAsync(database);
        directory.Dispose();
    }

    [Fact]
    public async Task WhatOneProgramWritesAllOthersFindAndWhoeverEntersOneServerIsInTheOther()
    {
        var servers = await Task.WhenAll(StartAsync("one"), StartAsync("two"));
        await using var one = servers[0];
        await using var two = servers[1];

        var import = await CallAsync("import", Path.Combine(Repository.Root, "data", "samples", "67315.txt"));
        Assert.Equal(1, import.GetProperty("added").GetInt32());
        Assert.Equal(1, (await CallAsync("search", "Байден")).GetProperty("total").GetInt32());
        foreach (var server in servers)
        {
            await server.EventuallyAsync("/api/v1/search?q=Байден", answer => answer.GetProperty("total").GetInt32() == 1);
            Assert.Equal("ru/events/67315", (await server.JsonAsync("/api/v1/records/ru/events/67315")).GetProperty("id").GetString());
            Assert.NotNull((await server.PageAsync("/ru/events/67315")).QuerySelector("h1"));
        }

        // Signed in at one server, and with the token of a form that it made, one works at the other: a form with files, and the way out.
        using var browser = await one.SignedInAsync();
        foreach (var page in (string[])["", "/runs", "/runs/1", "/fetch", "/watch", "/coverage", "/quarantine", "/records", "/records/ru/events/67315", "/records/captures/1", "/searches", "/audit", "/keys", "/index", "/account"])
        {
            using var drawn = await browser.GetAsync("/admin" + page, Cancellation);
            Assert.Equal((page, HttpStatusCode.OK), (page, drawn.StatusCode));
        }

        using (var desk = await browser.GetAsync("/admin", Cancellation))
        using (var form = new MultipartFormDataContent { { new StringContent(Token(await desk.DocumentAsync())), "__RequestVerificationToken" } })
        {
            form.Add(new ByteArrayContent(new byte[100_000]), "files", "nothing.html");
            using var taken = await browser.PostAsync(new Uri(two.Http.BaseAddress!, "/admin/import"), form, Cancellation);
            Assert.StartsWith("/admin/runs/", taken.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        var there = new Uri(two.Http.BaseAddress!, "/admin/account");
        using (var account = await browser.GetAsync(there, Cancellation))
            Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        using (var account = await browser.GetAsync("/admin/account", Cancellation))
        using (var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Token(await account.DocumentAsync()))]))
        using (var left = await browser.PostAsync(new Uri(two.Http.BaseAddress!, "/admin/sign-out"), form, Cancellation))
            Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        using (var outside = await browser.GetAsync("/admin/account", Cancellation))
            Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);

        Assert.Empty((await CallAsync("verify")).GetProperty("damage").EnumerateArray());
        // Nodes are replaceable: what they leave is in their data directories.
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory.At("outside")));
    }

    [Fact]
    public async Task WhileTheDatabaseIsAwaySearchingGoesOnAndAllElseSaysSoAndComesBack()
    {
        using (var store = await OpenAsync())
            await ImportAsync(store);
        await using var server = await StartAsync("one");
        using var browser = await server.SignedInAsync();
        Assert.Equal(1, (await server.JsonAsync("/api/v1/search?q=Байден")).GetProperty("total").GetInt32());

        await PostgresServer.SetAwayAsync(database, isAway: true);
        Assert.Equal(1, (await server.JsonAsync("/api/v1/search?q=Байден")).GetProperty("total").GetInt32());
        Assert.NotNull((await server.PageAsync("/?q=Байден")).QuerySelector("mark"));
        Assert.NotNull((await server.PageAsync("/")).QuerySelector(".hits a"));
        Assert.Equal("Degraded", await server.Http.GetStringAsync("/health/ready", Cancellation));
        foreach (var address in (string[])["/ru/events/67315", "/api/v1/records/ru/events/67315", "/api/v1/status", "/changes"])
        {
            using var refused = await server.Http.GetAsync(address, Cancellation);
            Assert.Equal((address, HttpStatusCode.ServiceUnavailable), (address, refused.StatusCode));
            Assert.NotNull(refused.Headers.RetryAfter);
            var text = await refused.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("База данных архива недоступна", text, StringComparison.Ordinal);
            Assert.DoesNotContain("archive_", text, StringComparison.Ordinal);
        }

        foreach (var address in (string[])["/admin", "/?q=Байден"])
        {
            using var asked = await browser.GetAsync(address, Cancellation);
            Assert.Equal((address, address == "/admin" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK), (address, asked.StatusCode));
        }

        await PostgresServer.SetAwayAsync(database, isAway: false);
        Assert.NotNull((await server.PageAsync("/ru/events/67315")).QuerySelector("h1"));
        using var back = await browser.GetAsync("/admin", Cancellation);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task AServerGoesOnWithTheFetchOfAProgramThatWasKilled()
    {
        const int Pages = 60;
        site.ServePages(Enumerable.Range(101, Pages));
        await using var server = await StartAsync("one");
        using var asked = new SemaphoreSlim(0);
        var requests = 0;
        site.Asking = _ =>
        {
            if (Interlocked.Increment(ref requests) == Pages / 2)
                asked.Release();
        };
        using (var program = Process.Start(InDatabase(BuiltProgram.Cli("fetch", "--range", $"ru/events/101..{100 + Pages}", "--data", directory.At("cli")))!)!)
        {
            await asked.WaitAsync(Cancellation);
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(CancellationToken.None);
        }

        for (var until = DateTime.UtcNow.AddSeconds(60); (await server.JsonAsync("/api/v1/status")).GetProperty("records").GetInt32() < Pages; await Task.Delay(50, Cancellation))
            Assert.True(DateTime.UtcNow < until, $"The server does not go on with the fetch:\n{server.Log}");
        using var store = await OpenAsync();
        var runs = await store.Runs.ListAsync(null, 10, Cancellation);
        Assert.Equal((2, Pages, Pages), (runs.Count, runs.Sum(run => run.Counts.Total), runs.Sum(run => run.Counts.Added)));
        Assert.StartsWith("Interrupted", runs[^1].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatIsTooFarBehindIsNotReady()
    {
        using var store = await OpenAsync();
        await ImportAsync(store);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = directory.At("behind") }, store.Changes);
        await index.CatchUpAsync(Cancellation);
        Assert.Equal(HealthStatus.Healthy, await StateAsync(mostBehind: "0"));
        await store.Withholding.WithholdRecordAsync(RecordId.Parse("ru/events/67315")!, "test", Actor.CommandLine, Cancellation);
        Assert.Equal(HealthStatus.Unhealthy, await StateAsync(mostBehind: "0"));
        Assert.Equal(HealthStatus.Healthy, await StateAsync(mostBehind: "1"));

        async Task<HealthStatus> StateAsync(string mostBehind)
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Archive:MostBehind", mostBehind), new("Archive:DataDirectory", directory.Path)]).Build();
            return (await new ReadyCheck(store, index, ArchiveSettings.Read(configuration)).CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status;
        }
    }

    private static string Token(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    // The node has no other place to write but its data directory, its home and the place for temporary files, and these are looked at. The runtime's own way in for debuggers is closed.
    private Task<RunningServer> StartAsync(string node)
    {
        var program = InDatabase(RunningServer.Command(directory.At(node), "--Archive:Samples", "false"));
        program.Environment["HOME"] = program.Environment["TMPDIR"] = program.WorkingDirectory = Directory.CreateDirectory(directory.At("outside")).FullName;
        program.Environment["DOTNET_EnableDiagnostics"] = "0";
        return RunningServer.StartAsync(program);
    }

    private Task<ArchiveStore> OpenAsync() => ArchiveStore.OpenAsync(PostgresServer.In(database, directory.At("store")), Cancellation);

    private static async Task ImportAsync(ArchiveStore store)
    {
        var report = await new ImportRun(store.Ledger, new PageReader()).ImportAsync([Path.Combine(Repository.Root, "data", "samples", "67315.txt")], new RunWatch(), Cancellation);
        Assert.Equal((null, 1), (report.Failure, report.Added));
    }

    private async Task<JsonElement> CallAsync(params string[] command)
    {
        var finished = await BuiltProgram.RunAsync(InDatabase(BuiltProgram.Cli([.. command, "--data", directory.At("cli"), "--json"])));
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Errors);
        return JsonDocument.Parse(finished.Output).RootElement;
    }

    private ProcessStartInfo InDatabase(ProcessStartInfo program)
    {
        program.Environment["ConnectionStrings__Archive"] = PostgresServer.ConnectionTo(database);
        program.Environment["Archive__Fetch__Proxy"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{site.Port}");
        program.Environment["Archive__Fetch__LeastPause"] = "0";
        program.Environment["Archive__Fetch__MostPause"] = "0";
        return program;
    }
}
