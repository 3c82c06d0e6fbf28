using KremlinArchive.Cli;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Cli;

public sealed class MoveTests : IDisposable
{
    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnArchiveIsMovedAndThePlaceItIsMovedToAnswersForIt()
    {
        var page = folder.Write("1.txt", "Встреча с Николаем Штилем\n\n2024-10-17 15:20:00\n\nМосква\n\nВымышленная беседа о маяках.\n\nhttp://kremlin.ru/events/president/news/900000001\n"u8.ToArray());
        Assert.Equal(ExitCode.Done, (await CallAsync("import", page)).Code);
        var moved = await CallAsync("move", "--to", folder.At("other"), "--json");
        Assert.Equal(ExitCode.Done, moved.Code);
        Assert.Equal(folder.At("other"), moved.Json.GetProperty("to").GetString());
        Assert.Equal(moved.Json.GetProperty("rows").GetInt64(), moved.Json.GetProperty("written").GetInt64());
        Assert.Contains("Copying: 0 of", moved.Error, StringComparison.Ordinal);
        var verified = await Called.WithAsync("verify", "--data", folder.At("other"), "--json");
        Assert.Equal(ExitCode.Done, verified.Code);
        Assert.Equal(verified.Json.GetProperty("head").GetString(), moved.Json.GetProperty("head").GetString());

        var again = await CallAsync("move", "--to", folder.At("other"), "--json");
        Assert.Equal(ExitCode.CouldNotRun, again.Code);
        Assert.Contains("There is something in", again.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatGoesWrongIsToldWithoutAPassword()
    {
        Assert.Contains("There is no archive in", (await CallAsync("move", "--to", folder.At("other"))).Error, StringComparison.Ordinal);
        await CallAsync("import", folder.Write("1.html", "<p>"u8.ToArray()));
        await FailsAsync(ExitCode.WrongCommandLine, "neither a connection string", "Hst=127.0.0.1;Password=secret");
        await FailsAsync(ExitCode.CouldNotRun, "cannot be reached", "Host=127.0.0.1;Port=1;Database=archive;Username=a;Password=secret");
        await FailsAsync(ExitCode.WrongCommandLine, "--to needs a value", "--json");

        async Task FailsAsync(ExitCode code, string sentence, string place)
        {
            var call = await CallAsync("move", "--to", place);
            Assert.Equal(code, call.Code);
            Assert.Contains(sentence, call.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", call.Error + call.Output, StringComparison.Ordinal);
        }
    }

    private Task<Called> CallAsync(params string[] args) => Called.WithAsync([.. args, "--data", folder.At("archive")]);
}
