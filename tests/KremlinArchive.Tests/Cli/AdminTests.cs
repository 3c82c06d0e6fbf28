using KremlinArchive.Cli;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store.Accounts;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Cli;

public sealed class AdminTests : IDisposable
{
    private const string Password = "four quiet words here";

    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnAdminIsAddedListedChangedAndRemoved()
    {
        var added = await WithInputAsync(Password, "admin", "add", "анна", "--password-stdin", "--json");
        Assert.Equal((ExitCode.Done, "анна"), (added.Code, added.Json.GetProperty("name").GetString()));
        Assert.Equal(ExitCode.Done, (await WithInputAsync(Password, "admin", "add", "boris", "--password-stdin")).Code);

        var listed = (await CallAsync("admin", "list", "--json")).Json.GetProperty("admins").EnumerateArray();
        Assert.Equal(["анна", "boris"], listed.Select(admin => admin.GetProperty("name").GetString()));

        Assert.Equal(ExitCode.Done, (await WithInputAsync("other quiet words", "admin", "password", "АННА", "--password-stdin")).Code);
        Assert.Equal((null, "анна"), (await EnterAsync("анна", Password), (await EnterAsync("анна", "other quiet words"))?.Name));

        Assert.Equal(ExitCode.Done, (await CallAsync("admin", "remove", "анна")).Code);
        Assert.Contains("boris", (await CallAsync("admin", "list")).Output, StringComparison.Ordinal);
        Assert.Null(await EnterAsync("анна", "other quiet words"));
    }

    [Fact]
    public async Task APasswordIsAskedForTwiceAndNeverShown()
    {
        var asked = new List<string>();
        var called = await AskedAsync(question => { asked.Add(question); return Password; }, "admin", "add", "anna");
        Assert.Equal(ExitCode.Done, called.Code);
        Assert.Equal(["Password: ", "The same again: "], asked);
        Assert.DoesNotContain(Password, called.Output + called.Error, StringComparison.Ordinal);
        Assert.NotNull(await EnterAsync("anna", Password));
    }

    [Fact]
    public async Task TwoDifferentPasswordsChangeNothing()
    {
        var answers = new Queue<string>([Password, "mistyped words here"]);
        var called = await AskedAsync(_ => answers.Dequeue(), "admin", "add", "anna");
        Assert.Equal(ExitCode.WrongCommandLine, called.Code);
        Assert.Contains("differ", called.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("archive")));
    }

    [Theory]
    [InlineData("add anna", "", "--password-stdin")]
    [InlineData("add anna --password-stdin", "", "--password-stdin")]
    [InlineData("add 7anna --password-stdin", Password, "NAME")]
    [InlineData("add", Password, "'add'")]
    [InlineData("", Password, "command")]
    public async Task AWrongCommandLineIsNamedAndExitsWithTwo(string line, string input, string named)
    {
        var called = await WithInputAsync(input, ["admin", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(ExitCode.WrongCommandLine, called.Code);
        Assert.Contains(named, called.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add anna --password-stdin", Password, "already")]
    [InlineData("add boris --password-stdin", "too short", "at least 12")]
    [InlineData("add administrator --password-stdin", "administrator1", "little else than the name")]
    [InlineData("password boris --password-stdin", Password, "no admin boris")]
    [InlineData("remove boris", "", "no admin boris")]
    [InlineData("remove anna", "", "last admin")]
    public async Task WhatCannotBeDoneIsSaidAndExitsWithOne(string line, string input, string said)
    {
        await WithInputAsync(Password, "admin", "add", "anna", "--password-stdin");
        var called = await WithInputAsync(input, ["admin", .. line.Split(' '), "--json"]);
        Assert.Equal(ExitCode.CouldNotRun, called.Code);
        Assert.Contains(said, called.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Single((await CallAsync("admin", "list", "--json")).Json.GetProperty("admins").EnumerateArray());
    }

    [Theory]
    [InlineData("list")]
    [InlineData("remove", "anna")]
    [InlineData("password", "anna")]
    public async Task ADirectoryWithoutAnArchiveIsNotTakenForAnEmptyOne(params string[] command)
    {
        var called = await CallAsync(["admin", .. command]);
        Assert.Equal(ExitCode.CouldNotRun, called.Code);
        Assert.Contains("There is no archive in", called.Error, StringComparison.Ordinal);
    }

    private async Task<AccountEntry?> EnterAsync(string name, string password)
    {
        using var store = await TempArchive.OpenAsync(folder.At("archive"));
        return await store.Accounts.EnterAsync(name, password, TestContext.Current.CancellationToken);
    }

    private Task<Called> CallAsync(params string[] args) => Called.WithAsync([.. args, "--data", folder.At("archive")]);

    private Task<Called> WithInputAsync(string input, params string[] args) => Called.WithAsync(
        (output, error) => new Terminal(output, error) { In = new StringReader(input + "\n") },
        [.. args, "--data", folder.At("archive")]);

    private Task<Called> AskedAsync(Func<string, string> answer, params string[] args) => Called.WithAsync(
        (output, error) => new Terminal(output, error) { AskSecret = answer },
        [.. args, "--data", folder.At("archive")]);
}
