using System.Text;
using KremlinArchive.Cli;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Cli;

public sealed class VersionCommandsTests : IDisposable
{
    private const string Id = "ru/events/900000001";
    private const string Copy = "Встреча с Николаем Штилем\n\n2024-10-17 15:20:00\n\nМосква\n\nВымышленная беседа о маяках.\n\nhttp://kremlin.ru/events/president/news/900000001\n";

    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnEditIsListedComparedAndReadAnew()
    {
        await ImportAsync("1.txt", Copy);
        await ImportAsync("2.txt", Copy.Replace("маяках", "парусах", StringComparison.Ordinal));

        var versions = (await CallAsync("versions", Id, "--json")).Json;
        Assert.Equal((2, 2), (versions.GetProperty("current").GetInt32(), versions.GetProperty("versions").GetArrayLength()));
        var passage = Assert.Single((await CallAsync("diff", Id, "1..2", "--json")).Json.GetProperty("passages").EnumerateArray());
        Assert.Equal("changed", passage.GetProperty("change").GetString());
        Assert.Contains("[-маяках-]{+парусах+}", (await CallAsync("diff", Id, "1..2")).Output, StringComparison.Ordinal);
        var change = Assert.Single((await CallAsync("changes", "--edits", "--json")).Json.GetProperty("changes").EnumerateArray());
        Assert.Equal("1..2", change.GetProperty("compare").GetString());

        foreach (var apply in (string[][])[[], ["--apply"]])
        {
            var reparse = await CallAsync(["reparse", "--json", .. apply]);
            Assert.Equal((ExitCode.Done, apply.Length > 0), (reparse.Code, reparse.Json.GetProperty("applied").GetBoolean()));
            Assert.Equal(2, reparse.Json.GetProperty("outcomes").GetProperty("unchanged").GetInt32());
            Assert.Empty(reparse.Json.GetProperty("diffs").EnumerateArray());
        }
    }

    [Fact]
    public async Task WhatIsNotHeldIsNamed()
    {
        await ImportAsync("1.txt", Copy);
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("versions", "ru/events/1")).Code);
        var diff = await CallAsync("diff", Id, "1..2");
        Assert.Equal(ExitCode.CouldNotRun, diff.Code);
        Assert.Contains("does not hold both versions 1..2", diff.Error, StringComparison.Ordinal);
    }

    private Task<Called> ImportAsync(string name, string copy) => CallAsync("import", folder.Write(name, Encoding.UTF8.GetBytes(copy)));

    private Task<Called> CallAsync(params string[] args) => Called.WithAsync([.. args, "--data", folder.At("archive")]);
}
