using System.Diagnostics;
using System.Net;
using System.Text.Json;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

/// <summary>An archive in PostgreSQL with two servers on it, each with an index of its own, and the command line beside them.</summary>
public sealed class SharedArchiveTests : IAsyncLifetime
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

        using var browser = await one.SignedInAsync();
        var there = new Uri(two.Http.BaseAddress!, "/admin/account");
        using (var account = await browser.GetAsync(there, Cancellation))
            Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        using (var left = await browser.SubmitAsync(there.ToString()))
            Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        using (var outside = await browser.GetAsync("/admin/account", Cancellation))
            Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);

        Assert.Empty((await CallAsync("verify")).GetProperty("damage").EnumerateArray());
    }

    private Task<RunningServer> StartAsync(string node) => RunningServer.StartAsync(InDatabase(RunningServer.Command(directory.At(node), "--Archive:Samples", "false")));

    private async Task<JsonElement> CallAsync(params string[] command)
    {
        var finished = await BuiltProgram.RunAsync(InDatabase(BuiltProgram.Cli([.. command, "--data", directory.At("cli"), "--json"])));
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Errors);
        return JsonDocument.Parse(finished.Output).RootElement;
    }

    private ProcessStartInfo InDatabase(ProcessStartInfo program)
    {
        program.Environment["ConnectionStrings__Archive"] = PostgresServer.ConnectionTo(database);
        return program;
    }
}
