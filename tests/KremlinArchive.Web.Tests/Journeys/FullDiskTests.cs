using System.Diagnostics;
using System.Text.Json;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class FullDiskTests
{
    [Fact]
    public async Task AnImportThatTheDiskEndsKeepsAllThatItAcknowledged()
    {
        using var directory = new TempDirectory();
        InventedPages.Write(directory, 600);
        var import = await BuiltProgram.RunAsync(Limited(1_500, BuiltProgram.Cli("import", directory.At("pages"), "--data", directory.At("archive"), "--json")));

        Assert.True(import.ExitCode == 1, $"{import.ExitCode}: {import.Output}{import.Errors}");
        Assert.Contains("archive.db", import.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", import.Errors, StringComparison.Ordinal);
        var acknowledged = JsonDocument.Parse(import.Output).RootElement.GetProperty("added").GetInt32();
        Assert.InRange(acknowledged, 1, 599);

        var verify = await BuiltProgram.RunAsync(BuiltProgram.Cli("verify", "--data", directory.At("archive"), "--json"));
        Assert.True(verify.ExitCode == 0, verify.Output + verify.Errors);
        var again = await BuiltProgram.RunAsync(BuiltProgram.Cli("import", directory.At("pages"), "--data", directory.At("archive"), "--json"));
        var report = JsonDocument.Parse(again.Output).RootElement;
        Assert.Equal((0, acknowledged, 600 - acknowledged), (again.ExitCode, report.GetProperty("unchanged").GetInt32(), report.GetProperty("added").GetInt32()));
    }

    [Fact]
    public async Task AServerWhoseIndexCannotGrowGoesOnAnswering()
    {
        using var directory = new TempDirectory();
        InventedPages.Write(directory, 600);
        await using var server = await RunningServer.StartAsync(Limited(900, RunningServer.Command(directory.At("archive"))));
        var import = await BuiltProgram.RunAsync(BuiltProgram.Cli("import", directory.At("pages"), "--data", directory.At("archive"), "--json"));
        Assert.True(import.ExitCode == 0, import.Errors);

        // The seed was indexed before the disk was full, and is found now that the index can take no more.
        var status = await server.EventuallyAsync("/api/v1/status", answer => answer.GetProperty("records").GetInt32() > 600);
        Assert.True(status.GetProperty("indexed_change").GetInt64() < status.GetProperty("change").GetInt64(), status.ToString());
        Assert.Equal(1, (await server.JsonAsync("/api/v1/search?q=Байден")).GetProperty("total").GetInt32());
    }

    // A limit on the size of files stands for a full disk: writes fail in the middle of a file, and no mount is needed.
    private static ProcessStartInfo Limited(int kilobytes, ProcessStartInfo start)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limiting the size of files takes a Linux shell.");
        var limited = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" \"$@\"", start.FileName, .. start.ArgumentList])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = start.WorkingDirectory,
        };
        // The runtime's double mapping of code needs a file larger than the limit.
        limited.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return limited;
    }
}
