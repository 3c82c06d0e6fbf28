using System.Diagnostics;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Backups;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

/// <summary>
/// Commands that are killed at random moments. One of each kind by default; KREMLIN_ARCHIVE_KILLS says how many of each of the five kinds are to be:
/// with 40 there are 200 kills. What a killed command has left is looked at from this process.
/// </summary>
public sealed class KilledImportTests(KilledImportTests.Prepared prepared) : IClassFixture<KilledImportTests.Prepared>
{
    private const int Pages = 400;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KREMLIN_ARCHIVE_KILLS"), out var kills) ? kills : 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnImportThatIsKilledKeepsWhatItStoredAndTheNextOneGoesOn()
    {
        using var directory = new TempDirectory();
        for (var (kill, longest) = (1, prepared.Import); kill <= Kills; kill++)
        {
            // Each goes on where the one before was killed, until nothing is left to be killed in.
            var stored = await KillAsync(longest, directory.Path, "import", prepared.PagesFolder);
            Assert.True(await WholeAsync(directory.Path) >= stored, "A record that was stored is missing.");
            if (stored < Pages)
                continue;
            Directory.Delete(directory.Path, recursive: true);
            Directory.CreateDirectory(directory.Path);
        }

        using var store = await OpenAsync(directory.Path);
        var report = await new ImportRun(store.Ledger, new PageReader()).ImportAsync([prepared.PagesFolder], new RunWatch(), Cancellation);
        Assert.Equal((Pages, 0), (report.Added + report.Unchanged, report.Revised + report.Quarantined));
        Assert.Equal(Pages, await WholeAsync(directory.Path));
    }

    [Fact]
    public async Task AnIndexWhoseBuildingIsKilledIsCompletedByTheNext()
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillAsync(prepared.Reindex, prepared.Archive, "reindex");
            Assert.Equal(Pages, await WholeAsync(prepared.Archive));
        }
    }

    [Fact]
    public async Task ABackupThatIsKilledLeavesAWholeFileOrNone()
    {
        using var directory = new TempDirectory();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillAsync(prepared.Backup, prepared.Archive, "backup", directory.At("archive.backup"), "--force");
            if (File.Exists(directory.At("archive.backup")))
                Assert.Equal(Pages, (await new ArchiveRestore(new ArchiveStoreOptions { DataDirectory = directory.At($"{kill}") }).RestoreAsync(directory.At("archive.backup"), Actor.CommandLine, new VerifyWatch(), Cancellation)).Records);
        }

        Assert.Equal(Pages, await WholeAsync(prepared.Archive));
    }

    [Fact]
    public async Task ARestoreThatIsKilledLeavesTheOldStateOrTheNew()
    {
        using var directory = new TempDirectory();
        using (var store = await OpenAsync(directory.Path))
            await store.Ledger.EndAsync(await store.Ledger.BeginAsync("nothing", startedBy: null, Cancellation), failure: null, Cancellation);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillAsync(prepared.Restore, directory.Path, "restore", prepared.BackupFile);
            Assert.Contains(await WholeAsync(directory.Path), (long[])[0, Pages]);
        }
    }

    [Fact]
    public async Task AReparseThatIsKilledKeepsWhatItEnrichedAndTheNextOneGoesOn()
    {
        using var directory = new TempDirectory();
        var (archive, head) = (directory.At("archive"), 2L * Pages);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Each goes on where the one before was killed, until the reader of today has nothing left to add.
            if (!await ExistsAsync(archive) || await HeadAsync(archive) == head)
                await BeginUnlearnedAsync(archive);
            var enriched = await KillAsync(prepared.Import, archive, "reparse", "--apply", "--diffs", "0");
            Assert.Equal(Pages, await WholeAsync(archive));
            Assert.InRange(await HeadAsync(archive), enriched, head);
        }

        using var store = await OpenAsync(archive);
        await new ImportRun(store.Ledger, new PageReader()).ImportAsync(RunPlan.Reparse(store.Captures), new RunWatch(), Cancellation);
        // Every version is enriched, once, and none is made.
        var changes = await store.History.OldestAsync(new ChangeSelection(), after: Pages, most: 2 * Pages, Cancellation);
        Assert.Equal(Pages, changes.Where(change => (change.Kind, change.Version) == (ChangeKind.Enriched, 1)).DistinctBy(change => change.Id).Count());
        Assert.Equal(head, await HeadAsync(archive));
        Assert.Equal(Pages, await WholeAsync(archive));
    }

    /// <summary>Starts a command and kills it at a random moment before the end that it usually has.</summary>
    /// <returns>How many changes could be seen just before.</returns>
    private static async Task<long> KillAsync(TimeSpan longest, string archive, params string[] command)
    {
        var moment = longest * Random.Shared.NextDouble();
        using var process = Process.Start(BuiltProgram.Cli([.. command, "--data", archive, "--json"]))!;
        await Task.WhenAny(process.WaitForExitAsync(Cancellation), Task.Delay(moment, Cancellation));
        var seen = await ExistsAsync(archive) ? await HeadAsync(archive) : 0;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        return seen;
    }

    private static Task<bool> ExistsAsync(string archive) => ArchiveStore.ExistsAsync(new ArchiveStoreOptions { DataDirectory = archive }, Cancellation);

    private static Task<ArchiveStore> OpenAsync(string archive) => ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = archive }, Cancellation);

    /// <summary>How many changes there are, each of which is one record added or enriched.</summary>
    private static async Task<long> HeadAsync(string archive)
    {
        using var store = await OpenAsync(archive);
        return await store.Changes.HeadAsync(Cancellation);
    }

    /// <summary>An archive whose reader has misread all titles.</summary>
    private async Task BeginUnlearnedAsync(string archive)
    {
        if (Directory.Exists(archive))
            Directory.Delete(archive, recursive: true);
        using var store = await OpenAsync(archive);
        var run = await store.Ledger.BeginAsync("misread", startedBy: null, Cancellation);
        await store.Ledger.SaveAsync(run, [.. Directory.EnumerateFiles(prepared.PagesFolder).Select(Misread)], Cancellation);
        await store.Ledger.EndAsync(run, failure: null, Cancellation);
    }

    private static ReadPage Misread(string path)
    {
        var capture = Capture.Of(path, File.ReadAllBytes(path));
        var read = Assert.IsType<PageReading.Documents>(new PageReader().Read(capture));
        return new ReadPage(capture, read with { Records = [.. read.Records.Select(record => record with { Title = record.Title + " (не дочитано)" })] });
    }

    /// <summary>Proves an archive, brings its index up to date and proves that.</summary>
    /// <returns>How many records it holds.</returns>
    private static async Task<long> WholeAsync(string archive)
    {
        using var store = await OpenAsync(archive);
        Assert.Empty((await store.Verifier.VerifyAsync(Cancellation)).Damage);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(archive) }, store.Changes);
        Assert.Empty((await index.VerifyAsync(new VerifyWatch(), Cancellation)).Damage);
        await index.CatchUpAsync(Cancellation);
        var verified = await index.VerifyAsync(new VerifyWatch(), Cancellation);
        Assert.Empty(verified.Damage);
        var records = await store.Records.CountAsync(Cancellation);
        Assert.Equal((records, records), (verified.Records, index.Search(new SearchRequest(), Cancellation).Total));
        return records;
    }

    /// <summary>An archive, its backup, and how long each command takes here.</summary>
    public sealed class Prepared : IAsyncLifetime
    {
        private readonly TempDirectory directory = new();

        public string PagesFolder => directory.At("pages");

        public string Archive => directory.At("archive");

        public string BackupFile => directory.At("archive.backup");

        public TimeSpan Import { get; private set; }

        public TimeSpan Reindex { get; private set; }

        public TimeSpan Backup { get; private set; }

        public TimeSpan Restore { get; private set; }

        public async ValueTask InitializeAsync()
        {
            InventedPages.Write(directory, Pages);
            Import = await TimeAsync("import", PagesFolder);
            Reindex = await TimeAsync("reindex");
            Backup = await TimeAsync("backup", BackupFile);
            Restore = 2 * Backup;
        }

        public ValueTask DisposeAsync()
        {
            directory.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<TimeSpan> TimeAsync(params string[] command)
        {
            var began = Stopwatch.GetTimestamp();
            var finished = await BuiltProgram.RunAsync(BuiltProgram.Cli([.. command, "--data", Archive, "--json"]));
            Assert.True(finished.ExitCode == 0, finished.Output + finished.Errors);
            return Stopwatch.GetElapsedTime(began);
        }
    }
}
