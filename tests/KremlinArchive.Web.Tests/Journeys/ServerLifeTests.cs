using System.Net;
using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class ServerLifeTests
{
    [Fact]
    public async Task SamplesAreImportedOnceIntoAnEmptyArchiveOnly()
    {
        using var directory = new TempDirectory();
        await using (var first = await RunningServer.StartAsync(directory.Path))
            Assert.True((await first.JsonAsync("/api/v1/status")).GetProperty("records").GetInt64() >= 10);
        await using var second = await RunningServer.StartAsync(directory.Path);
        var status = await second.JsonAsync("/api/v1/status");
        Assert.Equal(status.GetProperty("records").GetInt64(), status.GetProperty("change").GetInt64());
        Assert.DoesNotContain("imported", second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutSamplesAnEmptyArchiveSaysThatItIsEmpty()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false");
        Assert.Contains("В архиве пока нет документов", (await server.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondServerOnTheSameDirectoryDoesNotStart()
    {
        using var directory = new TempDirectory();
        await using var first = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false");
        var second = await BuiltProgram.RunAsync(BuiltProgram.Web("--urls", "http://127.0.0.1:0", "--Archive:DataDirectory", directory.Path));
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("Another server already runs", second.Errors, StringComparison.Ordinal);
        Assert.Contains(directory.Path, second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Archive:Samples", "perhaps", "Archive:Samples")]
    [InlineData("--ConnectionStrings:Archive", "nonsense", "ConnectionStrings:Archive")]
    [InlineData("--ConnectionStrings:Archive", "Host=127.0.0.1;Port=1;Database=archive", "127.0.0.1:1")]
    [InlineData("--Archive:LargestUpload", "much", "Archive:LargestUpload")]
    [InlineData("--Archive:LargestUpload", "9999 GB", "Archive:LargestUpload")]
    [InlineData("--urls", "nonsense", "nonsense")]
    [InlineData("--Archive:Proxies", "10.0.0.1, nonsense", "nonsense")]
    [InlineData("--Archive:Limits:PerSecond", "many", "Archive:Limits:PerSecond")]
    [InlineData("--Archive:Limits:AtOnce", "0", "Archive:Limits:AtOnce")]
    [InlineData("--Archive:Fetch:Hosts", "127.0.0.1", "Archive:Fetch:Hosts")]
    public async Task AWrongSettingStopsTheStartAndIsNamed(string name, string value, string named)
    {
        using var directory = new TempDirectory();
        string[] arguments = name == "--urls" ? [] : ["--urls", "http://127.0.0.1:0"];
        var server = await BuiltProgram.RunAsync(BuiltProgram.Web([.. arguments, "--Archive:DataDirectory", directory.Path, name, value]));
        Assert.Equal(1, server.ExitCode);
        Assert.Contains(named, server.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportFromTheCommandLineIsFoundWithinASecondOrSo()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.At("archive"), "--Archive:Samples", "false");
        var page = Path.Combine(Repository.Root, "data", "samples", "67315.txt");
        var import = await BuiltProgram.RunAsync(BuiltProgram.Cli("import", page, "--data", directory.At("archive"), "--json"));
        Assert.True(import.ExitCode == 0, import.Errors);
        await server.EventuallyAsync("/api/v1/search?q=Байден", answer => answer.GetProperty("total").GetInt32() == 1);
    }

    [Fact]
    public async Task WhileTheIndexIsFarBehindASearchThatFindsSomethingSaysSo()
    {
        const string Search = "/?q=Россия", Notice = "Индекс строится";
        using var directory = new TempDirectory();
        await (await RunningServer.StartAsync(directory.Path)).DisposeAsync();
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.Path }, TestContext.Current.CancellationToken);
        RunningServer? server = null;
        try
        {
            // As long as another process has its lock, the server reads what the index has and writes nothing.
            using (ArchiveIndex.Open(new ArchiveIndexOptions { Directory = directory.At("index") }, store.Changes))
            {
                server = await RunningServer.StartAsync(directory.Path, "--Archive:MostBehind", "0");
                Assert.DoesNotContain(Notice, await TextAsync(), StringComparison.Ordinal);
                await store.Withholding.WithholdRecordAsync(RecordId.Parse("ru/events/67315")!, "test", Actor.CommandLine, TestContext.Current.CancellationToken);
                await UntilAsync(text => text.Contains(Notice, StringComparison.Ordinal));
                Assert.NotEmpty((await server.PageAsync(Search)).QuerySelectorAll("mark"));
            }

            await UntilAsync(text => !text.Contains(Notice, StringComparison.Ordinal));
        }
        finally
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        async Task<string> TextAsync() => (await server.PageAsync(Search)).Body!.TextContent;

        async Task UntilAsync(Predicate<string> holds)
        {
            for (var until = DateTime.UtcNow.AddSeconds(60); !holds(await TextAsync()); await Task.Delay(100, TestContext.Current.CancellationToken))
                Assert.True(DateTime.UtcNow < until, server.Log);
        }
    }

    [Fact]
    public async Task AKilledServerComesBackWithEverything()
    {
        using var directory = new TempDirectory();
        await using (var first = await RunningServer.StartAsync(directory.Path))
            await first.KillAsync();
        await using var second = await RunningServer.StartAsync(directory.Path);
        Assert.Equal(1, (await second.JsonAsync("/api/v1/search?q=Байден")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task ALostIndexIsBuiltAgain()
    {
        using var directory = new TempDirectory();
        await using (var first = await RunningServer.StartAsync(directory.Path))
            await first.KillAsync();
        Directory.Delete(directory.At("index"), recursive: true);
        await using var second = await RunningServer.StartAsync(directory.Path);
        Assert.Equal(1, (await second.JsonAsync("/api/v1/search?q=Байден")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task TheLogHasALineARequestAndNeverAQuery()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path);
        await server.JsonAsync("/api/v1/search?q=тайноеслово");
        await server.PageAsync("/?q=тайноеслово");
        using var missing = await server.Http.GetAsync("/nothing?q=тайноеслово", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("GET /api/v1/search 200", server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("тайноеслово", Uri.UnescapeDataString(server.Log), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task HealthIsToldInWords()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path);
        Assert.Equal("Healthy", await server.Http.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", await server.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }
}
