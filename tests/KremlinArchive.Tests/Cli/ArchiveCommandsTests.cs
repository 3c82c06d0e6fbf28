using System.Text;
using KremlinArchive.Cli;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KremlinArchive.Tests.Cli;

public sealed class ArchiveCommandsTests : IDisposable
{
    private const string Copy = "Встреча с Николаем Штилем\n\n2024-10-17 15:20:00\n\nМосква\n\nВымышленная беседа о маяках.\n\nhttp://kremlin.ru/events/president/news/900000001\n";

    private readonly TempDirectory folder = new();

    private string Archive => folder.At("archive");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task WhatIsImportedIsFoundAndRead()
    {
        var page = Write("pages/1.txt", Copy);
        var import = await CallAsync("import", page, "--json");
        Assert.Equal(ExitCode.Done, import.Code);
        Assert.Equal("1 0 0 0 0", Counts(import));

        var hit = Assert.Single((await CallAsync("search", "маяк", "--json")).Json.GetProperty("hits").EnumerateArray());
        Assert.Equal("ru/events/900000001", hit.GetProperty("id").GetString());

        var record = (await CallAsync("record", "ru/events/900000001", "--json")).Json;
        Assert.Equal("Встреча с Николаем Штилем", record.GetProperty("title").GetString());

        var status = (await CallAsync("status", "--json")).Json;
        Assert.Equal("1 1 1", $"{status.GetProperty("records")} {status.GetProperty("change")} {status.GetProperty("indexed_change")}");
    }

    [Theory]
    [InlineData("search", "маяк")]
    [InlineData("record", "ru/events/1")]
    [InlineData("verify")]
    [InlineData("reindex")]
    public async Task ADirectoryWithoutAnArchiveIsNotTakenForAnEmptyOne(params string[] command)
    {
        var call = await CallAsync([.. command, "--json"]);
        Assert.Equal(ExitCode.CouldNotRun, call.Code);
        Assert.Contains("There is no archive in", call.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Archive));
    }

    [Fact]
    public async Task ADryRunTellsFieldByFieldWhatTheImportWouldDoAndStoresNothing()
    {
        await CallAsync("import", Write("pages/1.txt", Copy));
        var edited = Write("edited/1.txt", Copy.Replace("о маяках", "о пристанях", StringComparison.Ordinal));
        var bad = Write("edited/2.html", "<p>Ничего похожего на документ.");

        var call = await CallAsync("import", "--dry-run", edited, bad, "--json");

        Assert.Equal(ExitCode.DoneWithProblems, call.Code);
        Assert.False(call.Json.GetProperty("applied").GetBoolean());
        var pages = call.Json.GetProperty("pages").EnumerateArray().ToList();
        Assert.Equal(["revised", "quarantined"], pages.Select(page => page.GetProperty("outcome").GetString()));
        var field = Assert.Single(pages[0].GetProperty("fields").EnumerateArray());
        Assert.Equal(("text", "Вымышленная беседа о маяках.", "Вымышленная беседа о пристанях."), (field.GetProperty("field").GetString(), field.GetProperty("before").GetString(), field.GetProperty("after").GetString()));
        Assert.Equal(1, (await CallAsync("status", "--json")).Json.GetProperty("change").GetInt32());
        Assert.Contains("Nothing is stored", (await CallAsync("import", "--dry-run", edited)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuarantineIsListedDismissedAndReopenedAndTheRunsAreTold()
    {
        await CallAsync("import", Write("pages/bad.html", "<p>Ничего похожего на документ."));
        var number = Assert.Single((await CallAsync("quarantine", "list", "--json")).Json.GetProperty("entries").EnumerateArray()).GetProperty("number").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(ExitCode.DoneWithProblems, (await CallAsync("quarantine", "retry", number)).Code);
        Assert.Equal(ExitCode.WrongCommandLine, (await CallAsync("quarantine", "dismiss", number, "--note", "x")).Code);
        Assert.Equal(ExitCode.Done, (await CallAsync("quarantine", "dismiss", number, "--note", "A page of tests.")).Code);
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("quarantine", "dismiss", number, "--note", "A page of tests.")).Code);
        Assert.Equal("dismissed A page of tests.", (await CallAsync("quarantine", "show", number, "--json")).Json is var entry ? $"{entry.GetProperty("state")} {entry.GetProperty("note")}" : "");
        Assert.Equal(ExitCode.Done, (await CallAsync("quarantine", "reopen", number)).Code);
        Assert.Equal(1, (await CallAsync("quarantine", "list", "--json")).Json.GetProperty("total").GetInt32());

        Assert.Equal([2, 1], (await CallAsync("runs", "--json")).Json.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("number").GetInt32()));
        var page = Assert.Single((await CallAsync("run", "1", "--outcome", "quarantined", "--json")).Json.GetProperty("pages").EnumerateArray());
        Assert.EndsWith("bad.html", page.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("run", "99")).Code);
    }

    [Fact]
    public async Task TheSameAgainIsUnchanged()
    {
        var page = Write("pages/1.txt", Copy);
        await CallAsync("import", page);
        Assert.Equal("0 0 1 0 0", Counts(await CallAsync("import", page, "--json")));
    }

    [Fact]
    public async Task AQuarantinedPageIsNamedAndExitsWithThree()
    {
        Write("pages/1.txt", Copy);
        var bad = Write("pages/2.html", "%PDF-1.7 no page at all");
        var import = await CallAsync("import", folder.At("pages"), "--json");
        Assert.Equal(ExitCode.DoneWithProblems, import.Code);
        Assert.Equal("1 0 0 0 1", Counts(import));
        var problem = Assert.Single(import.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal(bad, problem.GetProperty("source").GetString());
        Assert.Contains("PDF", problem.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerForPeopleNamesWhatTheyNeed()
    {
        var import = await CallAsync("import", Write("pages/1.txt", Copy));
        Assert.Contains("Added", import.Output, StringComparison.Ordinal);
        var search = await CallAsync("search", "маяки");
        Assert.Contains("1. Встреча с Николаем Штилем", search.Output, StringComparison.Ordinal);
        Assert.Contains("Вымышленная беседа о маяках.", search.Output, StringComparison.Ordinal);
        var record = await CallAsync("record", "ru/events/900000001");
        Assert.Contains("Вымышленная беседа о маяках.", record.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsNarrowASearchAsTheyDoInAnAddress()
    {
        await CallAsync("import", Write("pages/1.txt", Copy));
        Assert.Equal(1, Total(await CallAsync("search", "--json", "--from", "2024", "--to=2024-10-17", "--lang", "ru", "маяк")));
        Assert.Equal(0, Total(await CallAsync("search", "--json", "--not.lang", "ru", "маяк")));
        Assert.Equal(0, Total(await CallAsync("search", "--json", "--kind", "no-such-kind")));
        Assert.Equal(0, Total(await CallAsync("search", "--json", "беседа", "-маяк")));
        Assert.Equal(1, Total(await CallAsync("search", "--json")));
    }

    [Fact]
    public async Task BesideARunningServerAnImportWritesTheStoreOnly()
    {
        var store = await TempArchive.OpenAsync(Archive);
        using var server = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(Archive) }, store.Changes);
        Assert.True(server.IsWriter);

        var import = await CallAsync("import", Write("pages/1.txt", Copy), "--json");
        Assert.Equal(ExitCode.Done, import.Code);
        Assert.Equal("1 0 0 0 0", Counts(import));
        Assert.Contains("writes the index", import.Error, StringComparison.Ordinal);
        Assert.Equal(0, server.IndexedChange);

        await server.CatchUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, server.IndexedChange);
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("reindex")).Code);
    }

    [Fact]
    public async Task AnIndexThatWasDeletedIsBuiltBeforeASearchIsAnswered()
    {
        await CallAsync("import", Write("pages/1.txt", Copy));
        Directory.Delete(ArchiveLocation.IndexIn(Archive), recursive: true);
        Assert.Equal(1, Total(await CallAsync("search", "--json", "маяк")));
    }

    [Fact]
    public async Task ReindexTellsHowFarItCame()
    {
        await CallAsync("import", Write("pages/1.txt", Copy));
        Assert.Equal(1, (await CallAsync("reindex", "--json")).Json.GetProperty("indexed_change").GetInt64());
    }

    [Fact]
    public async Task VerifyFindsAnAlteredLogAndExitsWithThree()
    {
        await CallAsync("import", Write("pages/1.txt", Copy));
        Assert.Equal(ExitCode.Done, (await CallAsync("verify", "--json")).Code);

        using (var database = new SqliteConnection($"Data Source={Path.Combine(Archive, "archive.db")}"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "UPDATE Changes SET Hash = 'forged'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var verified = await CallAsync("verify", "--json");
        Assert.Equal(ExitCode.DoneWithProblems, verified.Code);
        Assert.NotEmpty(verified.Json.GetProperty("damage").EnumerateArray());
    }

    private static string Counts(Called import) => string.Join(' ', ((string[])["added", "revised", "unchanged", "skipped", "quarantined"]).Select(name => import.Json.GetProperty(name).GetInt32()));

    private static int Total(Called search) => search.Json.GetProperty("total").GetInt32();

    private string Write(string name, string content) => folder.Write(name, Encoding.UTF8.GetBytes(content));

    private Task<Called> CallAsync(params string[] args) => Called.WithAsync([.. args, "--data", Archive]);
}
