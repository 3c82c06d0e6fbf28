using KremlinArchive.Cli;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Cli;

/// <summary>They read the settings of the environment, which other tests set: not at the same time.</summary>
[Collection("Environment")]
public sealed class ArgumentTests : IDisposable
{
    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "command")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("verify --frobnicate", "--frobnicate")]
    [InlineData("verify more", "more")]
    [InlineData("import", "import")]
    [InlineData("import /no/such/page.html", "/no/such/page.html")]
    [InlineData("import http://example.com/", "example.com")]
    [InlineData("import http://127.0.0.1/", "127.0.0.1")]
    [InlineData("import file:///etc/passwd", "file:///etc/passwd")]
    [InlineData("import http://kremlin.ru/d/1 /no/such/page.html", "http://kremlin.ru/d/1")]
    [InlineData("fetch", "--resume")]
    [InlineData("fetch http://example.com/", "example.com")]
    [InlineData("fetch http://kremlin.ru/d/1 --resume", "--resume")]
    [InlineData("fetch --feed de", "--feed")]
    [InlineData("fetch --feed", "--feed")]
    [InlineData("fetch --feed ru --from yesterday", "--from")]
    [InlineData("fetch --feed ru --from 2024-02-01 --to 2024-01-01", "--from")]
    [InlineData("fetch --range ru/events/5..4", "--range")]
    [InlineData("fetch --range ru/events/5..6 --from 2024-02-01", "--from")]
    [InlineData("fetch --list", "--list")]
    [InlineData("fetch --list http://example.com/", "example.com")]
    [InlineData("record", "record")]
    [InlineData("record 67315", "67315")]
    [InlineData("record ru/events/0", "ru/events/0")]
    [InlineData("versions 67315", "67315")]
    [InlineData("diff ru/events/1 1", "'1'")]
    [InlineData("changes --lang=xx", "--lang")]
    [InlineData("changes --size=0", "--size")]
    [InlineData("reparse --diffs=-1", "--diffs")]
    [InlineData("search --frm=2021", "--frm")]
    [InlineData("search --from", "--from")]
    [InlineData("search --from=abc", "--from")]
    [InlineData("search --to=2021-13", "--to")]
    [InlineData("search --page=0", "--page")]
    [InlineData("search --size=0", "--size")]
    [InlineData("search --size=many", "--size")]
    [InlineData("search --sort=best", "--sort")]
    [InlineData("search --lang=xx", "--lang")]
    [InlineData("search --kind=", "--kind")]
    [InlineData("search --from --to 2021", "--from")]
    [InlineData("verify --data --json", "--data")]
    [InlineData("status --data", "--data")]
    public async Task AWrongCommandLineIsNamedAndExitsWithTwo(string line, string named)
    {
        var called = await Called.WithAsync([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. Data(line)]);
        Assert.Equal(ExitCode.WrongCommandLine, called.Code);
        Assert.Contains(named, called.Error, StringComparison.Ordinal);
        Assert.Equal(line.Contains("--json", StringComparison.Ordinal), called.Output.Length > 0);
        Assert.DoesNotContain("   at ", called.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import --json /no/such/page.html")]
    [InlineData("verify --json --frobnicate")]
    public async Task ProgramsReadWhatIsWrongAsOneDocument(string line)
    {
        var called = await Called.WithAsync(line.Split(' '));
        Assert.Equal("The command line is wrong.", called.Json.GetProperty("title").GetString());
        Assert.Equal(called.Error.Trim(), called.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task ADataDirectoryThatCannotBeIsNamedAndExitsWithOne()
    {
        var file = folder.Write("file", [1]);
        var called = await Called.WithAsync("verify", "--data", file);
        Assert.Equal(ExitCode.CouldNotRun, called.Code);
        Assert.Contains(file, called.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", called.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARecordThatIsNotThereExitsWithOne()
    {
        await Called.WithAsync("status", "--data", folder.Path);
        var called = await Called.WithAsync("record", "ru/events/1", "--data", folder.Path);
        Assert.Equal(ExitCode.CouldNotRun, called.Code);
        Assert.Contains("ru/events/1", called.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpNamesEveryCommand()
    {
        var called = await Called.WithAsync("--help");
        Assert.Equal(ExitCode.Done, called.Code);
        Assert.All((string[])["import", "search", "record", "reindex", "verify", "status", "admin", "--data", "--json"], word => Assert.Contains(word, called.Output, StringComparison.Ordinal));
    }

    private string[] Data(string line) => line.Length == 0 || line.Contains("--data", StringComparison.Ordinal) ? [] : ["--data", folder.Path];
}
