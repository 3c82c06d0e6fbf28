using System.Globalization;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store.Engines;

/// <summary>What is particular to a server that many programs use at once.</summary>
public sealed class PostgresTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NumbersAreSeenInOrderAndWithoutGapsHoweverLongWritersTakeAndWhateverFails()
    {
        const int Writers = 4, Turns = 6;
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        using var ended = new CancellationTokenSource();
        var watching = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => WatchAsync(archive, ended.Token))));
        var kept = await Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => Task.Run(async () =>
        {
            using var other = await archive.OpenAgainAsync();
            var run = await other.Ledger.BeginAsync("test", startedBy: null, Cancellation);
            var count = 0;
            for (var turn = 1; turn <= Turns; turn++)
                count += await WriteSlowlyAsync(archive.Options, run, [.. Pages(writer, turn)], fails: (writer + turn) % 3 == 0) ? turn : 0;
            return count;
        })));
        var head = kept.Sum();
        await ended.CancelAsync();
        Assert.All(await watching, seen => Assert.Equal(head, seen));
        Assert.Equal(Enumerable.Range(1, head).Select(number => (long)number), (await archive.Store.Changes.ReadAsync(0, 1000, Cancellation)).Select(change => change.Number));
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(Cancellation)).Damage);
    }

    [Fact]
    public async Task OfProgramsThatStartTogetherOnAnEmptyDatabaseOneMakesTheTables()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        using var directory = new TempDirectory();
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(node => Task.Run(() => ArchiveStore.OpenAsync(PostgresServer.In(database, directory.At($"{node}")), Cancellation))));
        foreach (var store in stores)
        {
            Assert.Equal(0, (await store.StatusAsync(Cancellation)).Records);
            store.Dispose();
        }

        await PostgresServer.DropAsync(database);
    }

    [Fact]
    public async Task AQuestionSeesOneStateWhateverIsWrittenMeanwhile()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        var database = await ArchiveDatabase.OpenAsync(archive.Options, Cancellation);
        var counts = await database.ReadAsync(async context =>
        {
            var before = await context.Records.CountAsync(Cancellation);
            await archive.ImportAsync(Documents.Page(Documents.Record()));
            return (before, await context.Records.CountAsync(Cancellation));
        });
        Assert.Equal((0, 0), counts);
        var refusal = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => database.ReadAsync(context => context.Records.ExecuteDeleteAsync(Cancellation)));
        Assert.Contains("only be read", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoWaitsForAChangeIsToldOfOneThatAnotherProgramMade()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        using var other = await archive.OpenAgainAsync();
        Assert.False(await archive.Store.Changes.WaitAsync(Cancellation)); // begins to listen
        var run = await other.Ledger.BeginAsync("test", startedBy: null, Cancellation);
        for (var change = 1; change <= 3; change++)
        {
            var told = archive.Store.Changes.WaitAsync(Cancellation);
            await other.Ledger.SaveAsync(run, [Documents.Page(Documents.Record($"ru/events/{change}"))], Cancellation);
            Assert.True(await told);
            Assert.Equal(change, await archive.Store.Changes.HeadAsync(Cancellation));
        }
    }

    [Fact]
    public async Task WhatNoTextOfTheServerMayHoldIsReplacedAndKnownAgain()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        var page = new ReadPage(Capture.Of("a\0b\ud800.html", "<p>\0"u8.ToArray()), new PageReading.Unreadable("A zero: \0."));
        await archive.ImportAsync(page);
        await archive.ImportAsync(page);
        var entry = Assert.Single(await archive.Store.Quarantine.ListAsync(KremlinArchive.Store.Quarantine.QuarantineState.Waiting, null, 10, Cancellation));
        Assert.Equal(("a\ufffdb\ufffd.html", "A zero: \ufffd."), (entry.Source, entry.Reason));
        Assert.Equal("<p>\0"u8.ToArray(), (await archive.Store.Quarantine.CaptureAsync(entry, Cancellation)).Bytes.ToArray());
        Assert.Null((await archive.Store.Accounts.SetPasswordAsync("a\0", "four quiet words", Actor.CommandLine, Cancellation)).Account);
    }

    [Fact]
    public async Task ASourceMayBeLongerThanAnEntryOfAnIndex()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        var source = string.Concat(Enumerable.Range(0, 3000).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        await archive.ImportAsync(new ReadPage(Capture.Of(source, "x"u8.ToArray()), new PageReading.Unreadable("Nothing.")));
        Assert.True(await archive.Store.Fetches.HoldsAsync(source, Capture.Of("", "x"u8.ToArray()).Sha256, Cancellation));
    }

    [Fact]
    public async Task TextIsComparedByItsBytes()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        await using (var context = archive.Store.NewContext())
        {
            context.SiteHolds.AddRange(((string[])["б", "А", "а", "_", "Z", "a", "ё"]).Select(name => new SiteHoldRow { Address = name, Until = DateTimeOffset.MaxValue, Reason = "" }));
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(["Z", "_", "a", "А", "а", "б", "ё"], (await archive.Store.Holds.ListAsync(Cancellation)).Select(hold => hold.Address));
    }

    [Fact]
    public async Task WhatTheServerRefusesIsExplainedWithoutAPassword()
    {
        const string Secret = "not-to-be-told";
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        var database = archive.Options.Connection!.Database;
        await PostgresServer.ExecuteAsync(database, "CREATE ROLE guarded LOGIN PASSWORD 'another'");
        await ExplainedAsync("does not let guarded in", ("Username", "guarded"), ("Password", Secret));
        await ExplainedAsync("There is no database nowhere", ("Database", "nowhere"), ("Password", Secret));
        await ExplainedAsync("cannot be reached", ("Port", 1), ("Password", Secret));
        await ExplainedAsync("cannot be reached", ("Host", "nowhere.invalid"), ("Password", Secret));
        await PostgresServer.ExecuteAsync(database, "DROP ROLE guarded");

        async Task ExplainedAsync(string sentence, params (string Name, object Value)[] parts)
        {
            var options = archive.Options with { Connection = ArchiveConnection.Parse(PostgresServer.ConnectionTo(database, parts)) };
            var refusal = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => ArchiveStore.OpenAsync(options, Cancellation));
            Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, refusal.ToString() + options, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BackupsAreTheServersOwn()
    {
        using var archive = await TempArchive.CreateAsync(Engine.Postgres);
        var backup = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => archive.Store.Backup.WriteAsync(Path.Combine(archive.Directory, "x"), replaces: false, Cancellation));
        var restore = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => new KremlinArchive.Store.Backups.ArchiveRestore(archive.Options)
            .RestoreAsync("x", Actor.CommandLine, new KremlinArchive.Store.Verification.VerifyWatch(), Cancellation));
        Assert.All([backup, restore], refusal => Assert.Contains("pg_basebackup", refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Database=archive")]
    [InlineData("Host=a;Port=many")]
    [InlineData("Host=a;Colour=red")]
    [InlineData("Host=a;Minimum Pool Size=9;Maximum Pool Size=3")]
    [InlineData("postgres://user:word@host/archive")]
    public void WhatIsNoConnectionStringIsNone(string text) => Assert.Null(ArchiveConnection.Parse(text));

    [Fact]
    public void AConnectionNamesItselfWithoutItsPassword() =>
        Assert.Equal("the database archive on a:5432, b:6432", ArchiveConnection.Parse("Host=a,b:6432;Database=archive;Username=u;Password=secret")!.ToString());

    private static IEnumerable<ReadPage> Pages(int writer, int turn) =>
        Enumerable.Range(1, turn).Select(number => Documents.Page(Documents.Record(string.Create(CultureInfo.InvariantCulture, $"ru/events/{writer}{turn}{number}"))));

    /// <summary>Writes a batch as the ledger does, and takes its time between its last number and the commit, or its failure.</summary>
    /// <returns>True if it was kept.</returns>
    private static async Task<bool> WriteSlowlyAsync(ArchiveStoreOptions options, long run, IReadOnlyList<ReadPage> pages, bool fails)
    {
        var database = await ArchiveDatabase.OpenAsync(options, Cancellation);
        try
        {
            return await database.WriteAsync(async context =>
            {
                await context.Database.ExecuteSqlRawAsync("SELECT pg_sleep(random() * 0.01)", Cancellation);
                await new ImportBatch(context, run, DateTimeOffset.UnixEpoch).SaveAsync([.. pages.Select(PackedPage.Of)], Cancellation);
                await context.SaveChangesAsync(Cancellation);
                await context.Database.ExecuteSqlRawAsync("SELECT pg_sleep(random() * 0.02)", Cancellation);
                return fails ? throw new InvalidDataException("A batch that fails.") : true;
            }, Cancellation);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Follows the log as an index does, and holds that no number comes after a later one or is missing.</summary>
    /// <returns>The last number that was seen.</returns>
    private static async Task<long> WatchAsync(TempArchive archive, CancellationToken ended)
    {
        var last = 0L;
        while (true)
        {
            // Told before it looks, so that the last look sees all that was kept.
            var isLast = ended.IsCancellationRequested;
            foreach (var change in await archive.Store.Changes.ReadAsync(last, 1000, CancellationToken.None))
                Assert.Equal(++last, change.Number);
            if (isLast)
                return last;
        }
    }
}
