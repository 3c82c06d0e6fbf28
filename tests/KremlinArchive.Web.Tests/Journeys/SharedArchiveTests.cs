using System.Diagnostics;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
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

        // Signed in at one server, and with the token of a form that it made, one works at the other: a form with files, and the way out.
        using var browser = await one.SignedInAsync();
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

    private static string Token(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    // The node has no other place to write but its data directory, its home and the place for temporary files, and these are looked at. The runtime's own way in for debuggers is closed.
    private Task<RunningServer> StartAsync(string node)
    {
        var program = InDatabase(RunningServer.Command(directory.At(node), "--Archive:Samples", "false"));
        program.Environment["HOME"] = program.Environment["TMPDIR"] = program.WorkingDirectory = Directory.CreateDirectory(directory.At("outside")).FullName;
        program.Environment["DOTNET_EnableDiagnostics"] = "0";
        return RunningServer.StartAsync(program);
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
        return program;
    }
}
