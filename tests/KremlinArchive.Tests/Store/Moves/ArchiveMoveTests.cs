using KremlinArchive.Import.Warc.Writing;
using KremlinArchive.Store;
using KremlinArchive.Store.Asked;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Keys;
using KremlinArchive.Store.Moves;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store.Moves;

public sealed class ArchiveMoveTests : IAsyncLifetime
{
    private const string Password = "four quiet words";

    private readonly TempDirectory folder = new();
    private TempArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        archive = await TempArchive.CreateAsync();
        await archive.ImportAsync([.. Enumerable.Range(1, 7).Select(number => Documents.Page(Documents.Record($"ru/events/{number}")))]);
        await archive.ImportAsync(
            Documents.Page(Documents.Record("ru/events/2", "Беседа о погоде", "Другой абзац.")),
            new ReadPage(Capture.Of("bad.html", "<p>"u8.ToArray()), new PageReading.Unreadable("Nothing.")));
        await archive.Store.Withholding.WithholdRecordAsync(KremlinArchive.Records.RecordId.Parse("ru/events/3")!, "A test.", Actor.CommandLine, Cancellation);
        await archive.Store.Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
        await archive.Store.Keys.MakeAsync("harvester", KeyScopes.Desk, null, Actor.CommandLine, Cancellation);
        await archive.Store.Asked.KeepAsync([.. ((string[])["погода", "𝄞", "\uffee"]).Select(query => new AskedCount(DateOnly.FromDateTime(DateTime.UtcNow), query, 2, 1, 1))], Cancellation);
        // A capture of which only a part was kept.
        await archive.TamperAsync("""UPDATE "Contents" SET "Length" = "Length" + 1 WHERE "Length" = 3""");
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ThereAndBackIsTheSameArchive()
    {
        using var server = await TempArchive.CreateAsync(Engine.Postgres);
        var there = await MoveAsync(archive.Options, server.Options);
        Assert.Equal((await RowsAsync(archive.Store)).Count, there.Rows);
        Assert.Equal(there.Rows, there.Written);
        await SameAsync(archive.Store, server.Store, moves: 1);

        var back = await MoveAsync(server.Options, InFolder());
        Assert.Equal(there.Found.Head, back.Found.Head);
        using var returned = await ArchiveStore.OpenAsync(InFolder(), Cancellation);
        await SameAsync(server.Store, returned, moves: 2);
    }

    [Fact]
    public async Task ADatabaseThatAnotherProgramFillsIsLeftToIt()
    {
        using var server = await TempArchive.CreateAsync(Engine.Postgres);
        await using (await server.Store.Ledger.TakeTurnAsync(Cancellation))
        {
            var refusal = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => MoveAsync(archive.Options, server.Options));
            Assert.Contains("Another program is filling", refusal.Message, StringComparison.Ordinal);
        }

        await MoveAsync(archive.Options, server.Options);
        await SameAsync(archive.Store, server.Store, moves: 1);
    }

    [Fact]
    public async Task WhatIsWrittenAfterwardsGetsTheNextKeys()
    {
        using var server = await TempArchive.CreateAsync(Engine.Postgres);
        await MoveAsync(archive.Options, server.Options);
        var last = (await server.Store.Audit.ListAsync([], null, 1, Cancellation))[0].Number;
        Assert.Equal(3, await server.Store.Ledger.BeginAsync("test", startedBy: null, new AuditNote(Actor.CommandLine, AuditAction.Imported), Cancellation));
        Assert.Equal(last + 1, (await server.Store.Audit.ListAsync([], null, 1, Cancellation))[0].Number);
        Assert.NotNull((await server.Store.Keys.MakeAsync("other", KeyScopes.Desk, null, Actor.CommandLine, Cancellation)).Key);
        await server.ImportAsync(Documents.Page(Documents.Record("ru/events/8")));
        Assert.Empty((await server.Store.Verifier.VerifyAsync(Cancellation)).Damage);
    }

    [Fact]
    public async Task AMoveThatWasEndedGoesOnWhereItStoppedAndWithWhatCameMeanwhile()
    {
        using var server = await TempArchive.CreateAsync(Engine.Postgres);
        var written = 0;
        for (var most = Random.Shared.Next(1, 20); await EndedAsync(server.Options, after: most); most += Random.Shared.Next(5, 25))
        {
            var refusal = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => ArchiveStore.OpenAsync(server.Options, Cancellation));
            Assert.Contains(archive.Directory, refusal.Message, StringComparison.Ordinal);
            await archive.ImportAsync(Documents.Page(Documents.Record($"ru/events/1{written++}")), Documents.Page(Documents.Record("ru/events/1", $"Беседа о погоде, часть {written}")));
            // One of the same name with another key.
            await archive.TamperAsync("""UPDATE "Accounts" SET "Id" = "Id" || '0' WHERE "NormalizedUserName" = 'ANNA'""");
        }

        Assert.True(written > 1);
        await SameAsync(archive.Store, server.Store, moves: 1);
    }

    [Fact]
    public async Task OnlyAnEmptyPlaceTakesAnArchive()
    {
        using var other = await TempArchive.CreateAsync();
        await other.Store.Accounts.AddAsync("boris", Password, Actor.CommandLine, Cancellation);
        await RefusedAsync("There is something in", archive.Options, other.Options);
        await RefusedAsync("is where the archive is already", archive.Options, archive.Options);
        Assert.Equal("boris", Assert.Single(await other.Store.Accounts.ListAsync(Cancellation)).Name);

        Assert.True(await EndedAsync(InFolder(), after: 30));
        await RefusedAsync($"that from {archive.Directory}", other.Options, InFolder());
        Assert.Contains("no whole archive", (await Assert.ThrowsAsync<ArchiveUnavailableException>(() => ArchiveStore.OpenAsync(InFolder(), Cancellation))).Message, StringComparison.Ordinal);
        await archive.TamperAsync("""UPDATE "Changes" SET "Hash" = 'another' """);
        await RefusedAsync("another history", archive.Options, InFolder());
    }

    [Fact]
    public async Task WhileAServerRunsAllIsCopiedAndTheMoveEndsWithoutIt()
    {
        await using (Running(archive.Directory))
            await RefusedAsync("stop the server", archive.Options, InFolder());
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/8")));
        await using (Running(folder.Path))
            await RefusedAsync("A server runs on", archive.Options, InFolder());
        var report = await MoveAsync(archive.Options, InFolder());
        Assert.InRange(report.Written, 1, 10);
        using var moved = await ArchiveStore.OpenAsync(InFolder(), Cancellation);
        await SameAsync(archive.Store, moved, moves: 1);
    }

    [Fact]
    public async Task WhatDidNotArriveAsItWasEndsNoMove()
    {
        Assert.True(await EndedAsync(InFolder(), after: 1, MoveStage.Comparing));
        await TamperAsync($"""UPDATE "Contents" SET "Packed" = X'{Convert.ToHexString(PackedBytes.Pack("<q>"u8))}' WHERE "KeptLength" < "Length" """);
        await RefusedAsync("did not arrive", archive.Options, InFolder());
        await TamperAsync("""UPDATE "Versions" SET "Content" = zeroblob(length("Content")) WHERE "Id" = 2""");
        await RefusedAsync("does not prove itself: version 1 of ru/events/2", archive.Options, InFolder());
        await Assert.ThrowsAsync<ArchiveUnavailableException>(() => ArchiveStore.OpenAsync(InFolder(), Cancellation));

        async Task TamperAsync(string statement)
        {
            await using var context = (await ArchiveDatabase.OpenForMoveAsync(InFolder(), Cancellation)).NewContext();
            Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(statement, Cancellation));
        }
    }

    private static FileStream Running(string directory) => new(ArchiveLocation.ServerLockIn(directory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private ArchiveStoreOptions InFolder() => new() { DataDirectory = folder.Path };

    private static Task<MoveReport> MoveAsync(ArchiveStoreOptions from, ArchiveStoreOptions to, MoveWatch? watch = null, CancellationToken ending = default) =>
        new ArchiveMove(from, to) { Pace = new MovePace(3, 2) }.MoveAsync(Actor.CommandLine, watch ?? new MoveWatch(), ending);

    /// <summary>Moves and ends that after so many pages of a stage.</summary>
    /// <returns>False if it came to its end before.</returns>
    private async Task<bool> EndedAsync(ArchiveStoreOptions to, int after, MoveStage stage = MoveStage.Copying)
    {
        using var ending = new CancellationTokenSource();
        var watch = new MoveWatch
        {
            Advanced = progress =>
            {
                if (progress.Stage >= stage && --after == 0)
                    ending.Cancel();
            },
        };
        try
        {
            await MoveAsync(archive.Options, to, watch, ending.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static async Task RefusedAsync(string sentence, ArchiveStoreOptions from, ArchiveStoreOptions to) =>
        Assert.Contains(sentence, (await Assert.ThrowsAsync<ArchiveUnavailableException>(() => MoveAsync(from, to))).Message, StringComparison.Ordinal);

    /// <summary>Holds two archives against each other: what they keep, what they export, whom they let in.</summary>
    private async Task SameAsync(ArchiveStore one, ArchiveStore other, int moves)
    {
        Assert.Equal(await RowsAsync(one), await RowsAsync(other));
        Assert.Equal(await one.StatusAsync(Cancellation), await other.StatusAsync(Cancellation));
        Assert.Equal(await ExportAsync(one, "one.warc.gz"), await ExportAsync(other, "other.warc.gz"));
        Assert.Empty((await other.Verifier.VerifyAsync(Cancellation)).Damage);
        Assert.NotNull(await other.Accounts.EnterAsync("anna", Password, Cancellation));
        Assert.Equal(moves, (await other.Audit.ListAsync([AuditAction.Moved], null, 10, Cancellation)).Count);
    }

    private async Task<byte[]> ExportAsync(ArchiveStore store, string name)
    {
        await new WarcExport(store.Captures, "test").WriteAsync(new CaptureSelection(), folder.At(name), (_, _) => { }, Cancellation);
        return await File.ReadAllBytesAsync(folder.At(name), Cancellation);
    }

    /// <summary>Every row of an archive, as text; but not those that tell of moves.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(ArchiveStore store)
    {
        await using var context = store.NewContext();
        await context.Database.OpenConnectionAsync(Cancellation);
        var rows = new List<string>();
        foreach (var table in MovedTable.Of(context.Model))
        {
            await foreach (var row in new MovedRows(context.Database, table).ReadAsync(RowView.Whole, null, 1000, Cancellation))
                rows.Add($"{table.Name}|{string.Join('|', row.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value))}");
        }

        rows.RemoveAll(row => row.StartsWith("Audit|", StringComparison.Ordinal) && row.Contains("|24|", StringComparison.Ordinal));
        return rows;
    }
}
