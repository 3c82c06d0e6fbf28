using KremlinArchive.Cli;
using KremlinArchive.Store.Asked;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Cli;

/// <summary><c>key</c>, <c>audit</c> and <c>searches</c>.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly TempDirectory folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AKeyIsMadeShownOnceListedAndRevoked()
    {
        var made = await CallAsync("key", "add", "harvester", "--scope", "import,desk", "--expires", "2090-12-31");
        Assert.Equal(ExitCode.Done, made.Code);
        var key = made.Output.Trim();
        Assert.Contains("once", made.Error, StringComparison.Ordinal);
        Assert.Equal("harvester", (await FindAsync(key))?.Name);

        var listed = Assert.Single((await CallAsync("key", "list", "--json")).Json.GetProperty("keys").EnumerateArray());
        Assert.Equal(("live", "2090-12-31T21:00:00+00:00"), (listed.GetProperty("state").GetString(), listed.GetProperty("expires_at").GetString()));
        Assert.Equal(["import", "desk"], listed.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        var shown = await CallAsync("key", "list");
        Assert.Contains("harvester", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key, shown.Output, StringComparison.Ordinal);

        Assert.Equal("revoked", (await CallAsync("key", "revoke", "harvester", "--json")).Json.GetProperty("state").GetString());
        Assert.Null(await FindAsync(key));
        Assert.StartsWith("ka_", (await CallAsync("key", "add", "harvester", "--scope", "desk", "--json")).Json.GetProperty("key").GetString(), StringComparison.Ordinal);

        var noted = (await CallAsync("audit", "--json", "--action", "key-made", "--action", "key-revoked")).Json.GetProperty("entries").EnumerateArray();
        Assert.Equal(["key-made", "key-revoked", "key-made"], noted.Select(entry => entry.GetProperty("action").GetString()));
        Assert.Contains("command line", (await CallAsync("audit", "--by", "command line", "--most", "1")).Output, StringComparison.Ordinal);
        Assert.Empty((await CallAsync("audit", "--by", "anna", "--json")).Json.GetProperty("entries").EnumerateArray());
    }

    [Theory]
    [InlineData("key add harvester", "--scope")]
    [InlineData("key add harvester --scope everything", "--scope")]
    [InlineData("key add harvester --scope ,", "--scope")]
    [InlineData("key add 7 --scope desk", "NAME")]
    [InlineData("key add harvester --scope desk --expires tomorrow", "--expires")]
    [InlineData("key add harvester --scope desk --expires 2020-01-01", "--expires")]
    [InlineData("audit --action nothing", "--action")]
    [InlineData("audit --most 0", "--most")]
    [InlineData("searches --days 91", "--days")]
    [InlineData("searches --most 0", "--most")]
    public async Task AWrongCommandLineIsNamedAndExitsWithTwo(string line, string named)
    {
        var called = await CallAsync(line.Split(' '));
        Assert.Equal(ExitCode.WrongCommandLine, called.Code);
        Assert.Contains(named, called.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeDoneIsSaidAndExitsWithOne()
    {
        Assert.Contains("There is no archive in", (await CallAsync("audit")).Error, StringComparison.Ordinal);
        await CallAsync("key", "add", "harvester", "--scope", "desk");
        var taken = await CallAsync("key", "add", "HARVESTER", "--scope", "desk");
        var missing = await CallAsync("key", "revoke", "nobody");
        Assert.Equal((ExitCode.CouldNotRun, ExitCode.CouldNotRun), (taken.Code, missing.Code));
        Assert.Contains("already", taken.Error, StringComparison.Ordinal);
        Assert.Contains("no key nobody", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsWhatWasSearchedForAndWhatInVain()
    {
        using (var store = await TempArchive.OpenAsync(folder.At("archive")))
        {
            var today = KremlinArchive.Records.MoscowClock.DayOf(DateTimeOffset.UtcNow);
            await store.Asked.KeepAsync([new AskedCount(today, "маяк", 3, 0, 2), new AskedCount(today.AddDays(-10), "нейтрино", 2, 2, 0)], Cancellation);
        }

        Assert.Equal(["маяк", "нейтрино"], await QueriesAsync());
        Assert.Equal(["нейтрино"], await QueriesAsync("--failed"));
        Assert.Equal(["маяк"], await QueriesAsync("--days", "7"));
        Assert.Contains("нейтрино", (await CallAsync("searches")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCommandsDoToTheArchiveIsNoted()
    {
        var page = folder.Write("page.txt", "Маяк\n\n\n2024-01-02 10:00:00\n\nТекст.\n\n\n\nhttp://kremlin.ru/events/president/news/copy/910000001"u8.ToArray());
        Assert.Equal(ExitCode.Done, (await CallAsync("import", page)).Code);
        await CallAsync("reparse");
        await CallAsync("reparse", "--apply");
        await CallAsync("reindex");
        var backup = folder.At("copy.backup");
        Assert.Equal(ExitCode.Done, (await CallAsync("backup", backup)).Code);
        await CallAsync("restore", backup);

        var noted = (await CallAsync("audit", "--json")).Json.GetProperty("entries").EnumerateArray()
            .Select(entry => (entry.GetProperty("action").GetString(), entry.GetProperty("subject").GetString())).ToList();
        // A backup is noted when it stands, and so is not told of in itself.
        Assert.Equal([("restored", backup), ("index-rebuilt", "index"), ("reparsed", "2"), ("imported", "1")], noted);
    }

    private async Task<IEnumerable<string?>> QueriesAsync(params string[] options) =>
        (await CallAsync(["searches", "--json", .. options])).Json.GetProperty("searches").EnumerateArray().Select(search => search.GetProperty("query").GetString());

    private async Task<KremlinArchive.Store.Keys.KeyEntry?> FindAsync(string key)
    {
        using var store = await TempArchive.OpenAsync(folder.At("archive"));
        return await store.Keys.FindAsync(key, Cancellation);
    }

    private Task<Called> CallAsync(params string[] args) => Called.WithAsync([.. args, "--data", folder.At("archive")]);
}
