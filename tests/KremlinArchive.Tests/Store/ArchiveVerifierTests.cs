using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class ArchiveVerifierTests(Engine engine)
{
    public sealed class OnSqlite() : ArchiveVerifierTests(Engine.Sqlite);

    public sealed class OnPostgres() : ArchiveVerifierTests(Engine.Postgres);

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
    [InlineData("UPDATE \"Changes\" SET \"Version\" = 7 WHERE \"Number\" = 2", "change 2")]
    [InlineData("DELETE FROM \"Changes\" WHERE \"Number\" = 2", "change 2")]
    [InlineData("UPDATE \"Versions\" SET \"Content\" = X'00000000FF' WHERE \"Id\" = 3", "version 1 of ru/events/3")]
    [InlineData("UPDATE \"Versions\" SET \"ContentHash\" = 'x' WHERE \"Id\" = 1", "version 1 of ru/events/1")]
    [InlineData("UPDATE \"Contents\" SET \"Packed\" = X'00'", "capture ")]
    [InlineData("DELETE FROM \"Sightings\"; DELETE FROM \"Versions\" WHERE \"Id\" = 2", "change 2")]
    [InlineData("DELETE FROM \"Sightings\"; DELETE FROM \"Versions\" WHERE \"Id\" = 2", "ru/events/2")]
    [InlineData("DELETE FROM \"Contents\"", "capture ")]
    [InlineData("DELETE FROM \"Sightings\"; DELETE FROM \"Captures\" WHERE \"Id\" = 1", "version 1 of ru/events/1")]
    [InlineData("DELETE FROM \"Records\" WHERE \"Id\" = 1", "change 4")]
    [InlineData("UPDATE \"Records\" SET \"CurrentVersion\" = 1 WHERE \"Id\" = 1", "ru/events/1")]
    [InlineData("UPDATE \"Records\" SET \"Title\" = 'Подделка' WHERE \"Id\" = 3", "ru/events/3")]
    [InlineData("UPDATE \"Records\" SET \"IsWithheld\" = TRUE WHERE \"Id\" = 3", "ru/events/3")]
    [InlineData("UPDATE \"Versions\" SET \"IsWithheld\" = TRUE WHERE \"Id\" = 3", "version 1 of ru/events/3")]
    [InlineData("UPDATE \"Captures\" SET \"IsWithheld\" = TRUE WHERE \"Id\" = 3", "capture 3")]
    public async Task WhatWasTamperedWithIsNamed(string tampering, string where)
    {
        using var archive = await FilledAsync();
        await archive.TamperAsync(tampering);

        Assert.Contains((await VerifyAsync(archive)).Damage, damage => damage.Where.StartsWith(where, StringComparison.Ordinal));
    }

    private static Task<Verification> VerifyAsync(TempArchive archive) => archive.Store.Verifier.VerifyAsync(TestContext.Current.CancellationToken);

    private async Task<TempArchive> FilledAsync()
    {
        var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync([.. Enumerable.Range(1, 3).Select(n => Documents.Page(Documents.Record($"ru/events/{n}")))]);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1", paragraphs: "Правка.")));
        return archive;
    }
}
