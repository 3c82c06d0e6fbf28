using KremlinArchive.Store.Engines;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store;

public sealed class ArchiveVerifierTests
{
    [Fact]
    public async Task AnUntouchedArchiveIsWhole()
    {
        using var archive = await FilledAsync();
        var verification = await VerifyAsync(archive);

        Assert.Empty(verification.Damage);
        Assert.Equal((4, 4, 4), (verification.Changes, verification.Versions, verification.Captures));
        Assert.Equal((await archive.Store.StatusAsync(TestContext.Current.CancellationToken)).Head, verification.Head);
    }

    [Theory]
    [InlineData("UPDATE Changes SET Version = 7 WHERE Number = 2", "change 2")]
    [InlineData("DELETE FROM Changes WHERE Number = 2", "change 2")]
    [InlineData("UPDATE Versions SET Content = X'00000000FF' WHERE Id = 3", "version 1 of ru/events/3")]
    [InlineData("UPDATE Versions SET ContentHash = 'x' WHERE Id = 1", "version 1 of ru/events/1")]
    [InlineData("UPDATE Contents SET Packed = X'00'", "capture ")]
    [InlineData("DELETE FROM Sightings; DELETE FROM Versions WHERE Id = 2", "change 2")]
    [InlineData("DELETE FROM Sightings; DELETE FROM Versions WHERE Id = 2", "ru/events/2")]
    [InlineData("DELETE FROM Contents", "capture ")]
    [InlineData("DELETE FROM Sightings; DELETE FROM Captures WHERE Id = 1", "version 1 of ru/events/1")]
    [InlineData("DELETE FROM Records WHERE Id = 1", "change 4")]
    [InlineData("UPDATE Records SET CurrentVersion = 1 WHERE Id = 1", "ru/events/1")]
    [InlineData("UPDATE Records SET Title = 'Подделка' WHERE Id = 3", "ru/events/3")]
    [InlineData("UPDATE Records SET IsWithheld = 1 WHERE Id = 3", "ru/events/3")]
    [InlineData("UPDATE Versions SET IsWithheld = 1 WHERE Id = 3", "version 1 of ru/events/3")]
    [InlineData("UPDATE Captures SET IsWithheld = 1 WHERE Id = 3", "capture 3")]
    public async Task WhatWasTamperedWithIsNamed(string tampering, string where)
    {
        using var archive = await FilledAsync();
        var options = new DbContextOptionsBuilder<ArchiveContext>();
        SqliteEngine.ForWriting(archive.Directory).Configure(options);
        await using (var context = new ArchiveContext(options.Options))
        {
            await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", TestContext.Current.CancellationToken);
            await context.Database.ExecuteSqlRawAsync(tampering, TestContext.Current.CancellationToken);
        }

        Assert.Contains((await VerifyAsync(archive)).Damage, damage => damage.Where.StartsWith(where, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PagesOfTheDatabaseThatAreDamagedAreNamedAndNothingIsReadFromThem()
    {
        using var archive = await FilledAsync();
        archive.Store.Dispose();
        var file = Path.Combine(archive.Directory, "archive.db");
        await using (var database = File.Open(file, FileMode.Open))
        {
            database.Position = database.Length / 2 / 4096 * 4096;
            database.Write(new byte[4096]);
        }

        var verification = await VerifyAsync(archive);
        Assert.NotEmpty(verification.Damage);
        Assert.All(verification.Damage, damage => Assert.Equal("database", damage.Where));
    }

    private static Task<Verification> VerifyAsync(TempArchive archive) => archive.Store.Verifier.VerifyAsync(TestContext.Current.CancellationToken);

    private static async Task<TempArchive> FilledAsync()
    {
        var archive = await TempArchive.CreateAsync();
        await archive.ImportAsync([.. Enumerable.Range(1, 3).Select(n => Documents.Page(Documents.Record($"ru/events/{n}")))]);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1", paragraphs: "Правка.")));
        return archive;
    }
}
