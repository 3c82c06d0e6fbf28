using System.Diagnostics;
using System.Text.Json;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class KilledImportTests
{
    [Fact]
    public async Task AnImportThatIsKilledKeepsWhatItStoredAndTheNextOneGoesOn()
    {
        const int Pages = 3000;
        using var directory = new TempDirectory();
        InventedPages.Write(directory, Pages);
        var stored = await KillInItsMidstAsync(BuiltProgram.Cli("import", directory.At("pages"), "--data", directory.At("archive"), "--json"), directory.At("archive"));
        Assert.True(stored > 0, "The import ended without storing a page.");

        var verify = await BuiltProgram.RunAsync(BuiltProgram.Cli("verify", "--data", directory.At("archive"), "--json"));
        Assert.True(verify.ExitCode == 0, verify.Output + verify.Errors);
        var again = await BuiltProgram.RunAsync(BuiltProgram.Cli("import", directory.At("pages"), "--data", directory.At("archive"), "--json"));
        var report = JsonDocument.Parse(again.Output).RootElement;
        var kept = report.GetProperty("unchanged").GetInt32();
        Assert.InRange(kept, stored, Pages - 1);
        Assert.Equal(Pages - kept, report.GetProperty("added").GetInt32());

        var search = await BuiltProgram.RunAsync(BuiltProgram.Cli("search", "вымышленное", "--data", directory.At("archive"), "--json"));
        Assert.Equal(Pages, JsonDocument.Parse(search.Output).RootElement.GetProperty("total").GetInt32());
    }

    /// <summary>Starts an import and kills it as soon as its first batch is stored: in the midst of the next one and of indexing.</summary>
    /// <returns>How many records were stored just before.</returns>
    private static async Task<int> KillInItsMidstAsync(ProcessStartInfo start, string archive)
    {
        using var import = Process.Start(start)!;
        try
        {
            using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = archive }, TestContext.Current.CancellationToken);
            while (!import.HasExited)
            {
                var records = (await store.StatusAsync(TestContext.Current.CancellationToken)).Records;
                if (records > 0)
                    return (int)records;
            }

            return 0;
        }
        finally
        {
            import.Kill(entireProcessTree: true);
            await import.WaitForExitAsync(CancellationToken.None);
        }
    }
}
