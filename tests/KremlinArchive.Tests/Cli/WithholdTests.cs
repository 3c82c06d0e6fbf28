using System.Text;
using KremlinArchive.Cli;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Cli;

public sealed class WithholdTests : IDisposable
{
    private const string Id = "ru/events/900000001";
    private const string Copy = "Встреча с Николаем Штилем\n\n2024-10-17 15:20:00\n\nМосква\n\nВымышленная беседа о маяках.\n\nhttp://kremlin.ru/events/president/news/900000001\n";

    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AWithheldRecordIsNotShownAndSaysWhy()
    {
        await ImportAsync();
        Assert.Equal(ExitCode.WrongCommandLine, (await CallAsync("withhold", Id)).Code);
        Assert.Equal(ExitCode.WrongCommandLine, (await CallAsync("withhold", Id, "--reason", "no")).Code);
        Assert.Equal(ExitCode.WrongCommandLine, (await CallAsync("withhold", "nonsense", "--reason", "It must be.")).Code);
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("withhold", "ru/events/1", "--reason", "It must be.")).Code);
        var withheld = await CallAsync("withhold", Id, "--reason", "It must be.", "--json");
        Assert.Equal((ExitCode.Done, Id), (withheld.Code, withheld.Json.GetProperty("record").GetString()));
        Assert.Contains("withheld already", (await CallAsync("withhold", Id, "--reason", "It must be.")).Error, StringComparison.Ordinal);

        foreach (var command in (string[][])[["record", Id], ["versions", Id], ["diff", Id, "1..1"], ["captures", Id], ["capture", "1"]])
        {
            var refused = await CallAsync(command);
            Assert.Equal(ExitCode.CouldNotRun, refused.Code);
            Assert.Contains("The reason: It must be.", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await CallAsync("search", "маяк", "--json")).Json.GetProperty("total").GetInt32());
        var item = Assert.Single((await CallAsync("withheld", "--json")).Json.GetProperty("withheld").EnumerateArray());
        Assert.Equal((Id, "It must be."), (item.GetProperty("records")[0].GetString(), item.GetProperty("reason").GetString()));
        Assert.Contains("withheld", (await CallAsync("changes")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await CallAsync("verify")).Code);

        Assert.Equal(ExitCode.Done, (await CallAsync("release", Id, "--reason", "It need not be.")).Code);
        Assert.Equal(1, (await CallAsync("search", "маяк", "--json")).Json.GetProperty("total").GetInt32());
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("release", Id, "--reason", "It need not be.")).Code);
    }

    [Fact]
    public async Task ACaptureIsListedByItsFilesNameAndWrittenAsItCame()
    {
        await ImportAsync();
        var capture = Assert.Single((await CallAsync("captures", Id, "--json")).Json.GetProperty("captures").EnumerateArray());
        Assert.Equal(("1.txt", "file", 1, false), (capture.GetProperty("source").GetString(), capture.GetProperty("way").GetString(), capture.GetProperty("version").GetInt32(), capture.GetProperty("withheld").GetBoolean()));
        var written = await CallAsync("capture", "1", "--out", folder.At("out.txt"), "--json");
        Assert.Equal((ExitCode.Done, Id), (written.Code, written.Json.GetProperty("records")[0].GetProperty("id").GetString()));
        Assert.Equal(Copy, await File.ReadAllTextAsync(folder.At("out.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("capture", "1", "--out", folder.At("out.txt"))).Code);
        Assert.Contains("1.txt", (await CallAsync("capture", "1")).Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, (await CallAsync("withhold", "1", "--reason", "It must be.")).Code);
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("record", Id)).Code);
        Assert.Contains("capture 1", (await CallAsync("withheld")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await CallAsync("release", "1", "--reason", "It need not be.")).Code);
        Assert.Equal(ExitCode.Done, (await CallAsync("record", Id)).Code);
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("capture", "9")).Code);
        Assert.Equal(ExitCode.WrongCommandLine, (await CallAsync("capture", "one")).Code);
    }

    private async Task ImportAsync() => Assert.Equal(ExitCode.Done, (await CallAsync("import", folder.Write("1.txt", Encoding.UTF8.GetBytes(Copy)))).Code);

    private Task<Called> CallAsync(params string[] args) => Called.WithAsync([.. args, "--data", folder.At("archive")]);
}
