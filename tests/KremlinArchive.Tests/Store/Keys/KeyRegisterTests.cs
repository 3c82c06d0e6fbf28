using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Keys;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Keys;

public abstract class KeyRegisterTests(Engine engine) : IAsyncLifetime
{
    public sealed class OnSqlite() : KeyRegisterTests(Engine.Sqlite);

    public sealed class OnPostgres() : KeyRegisterTests(Engine.Postgres);

    private readonly SetClock clock = new();
    private TempArchive archive = null!;

    private ArchiveStore Store => archive.Store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync(engine, clock);

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AKeyOpensUntilItIsRevokedAndIsAllThatDoes()
    {
        var made = await MakeAsync("harvester", KeyScopes.Import);
        Assert.Matches("^ka_[A-Za-z0-9_-]{43}$", made.Secret!);
        Assert.Equal(("harvester", KeyScopes.Import), (made.Key!.Name, (await FindAsync(made.Secret!))!.Scopes));
        Assert.All(await Task.WhenAll(((string[])[made.Secret![..^1], made.Secret + "x", made.Secret.ToUpperInvariant(), made.Key.Beginning, "", new string('x', 100_000), "\ud800"]).Select(FindAsync)), Assert.Null);

        Assert.NotNull((await Store.Keys.RevokeAsync("HARVESTER", Actor.Admin("anna"), Cancellation)).Key);
        Assert.Null(await FindAsync(made.Secret));
        Assert.Equal([KeyProblem.NoSuchKey], (await Store.Keys.RevokeAsync("harvester", Actor.Admin("anna"), Cancellation)).Problems);
        Assert.Equal("anna", Assert.Single(await Store.Keys.ListAsync(Cancellation)).RevokedBy);
    }

    [Fact]
    public async Task AKeyIsKeptNowhereAsItIs()
    {
        var made = await MakeAsync("harvester", KeyScopes.Desk);
        var kept = await archive.KeptAsync();
        Assert.Contains("harvester", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret![..20], kept, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret, made.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyExpires()
    {
        var made = await Store.Keys.MakeAsync("short", KeyScopes.Desk, clock.GetUtcNow().AddDays(1), Actor.CommandLine, Cancellation);
        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync(made.Secret!));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await FindAsync(made.Secret!));
        Assert.Equal(KeyState.Expired, Assert.Single(await Store.Keys.ListAsync(Cancellation)).State(clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("", KeyScopes.Import, 1, KeyProblem.NameIsWrong)]
    [InlineData("two words", KeyScopes.Import, 1, KeyProblem.NameIsWrong)]
    [InlineData("7th", KeyScopes.Import, 1, KeyProblem.NameIsWrong)]
    [InlineData("other", KeyScopes.None, 1, KeyProblem.NoScope)]
    [InlineData("other", KeyScopes.Import, 0, KeyProblem.ExpiresTooEarly)]
    [InlineData("Harvester", KeyScopes.Import, 1, KeyProblem.NameIsTaken)]
    public async Task AKeyThatWouldBeWrongIsNotMade(string name, KeyScopes scopes, int days, KeyProblem problem)
    {
        await MakeAsync("harvester", KeyScopes.Import);
        var refused = await Store.Keys.MakeAsync(name, scopes, clock.GetUtcNow().AddDays(days), Actor.CommandLine, Cancellation);
        Assert.Equal((null, null, problem), (refused.Key, refused.Secret, Assert.Single(refused.Problems)));
        Assert.Single(await Store.Keys.ListAsync(Cancellation));
        Assert.Single(await Store.Audit.ListAsync([], before: null, most: 10, Cancellation));
    }

    [Fact]
    public async Task ANameIsFreeAgainWhenItsKeyOpensNothing()
    {
        var first = await MakeAsync("harvester", KeyScopes.Import);
        await Store.Keys.RevokeAsync("harvester", Actor.CommandLine, Cancellation);
        var second = await MakeAsync("harvester", KeyScopes.Desk);
        Assert.NotEqual(first.Secret, second.Secret);
        Assert.Equal([KeyScopes.Desk, KeyScopes.Import], (await Store.Keys.ListAsync(Cancellation)).Select(key => key.Scopes));
    }

    [Fact]
    public async Task OfTwoKeysOfOneNameMadeAtOnceOneIsMade()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MakeAsync("harvester", KeyScopes.Import))));
        Assert.Single(made, change => change.Key is not null);
    }

    [Fact]
    public async Task UseIsNotedToTheHourAndNoMoreThanOnceAnHour()
    {
        var made = await MakeAsync("harvester", KeyScopes.Import);
        await UseAsync(made.Secret!);
        var noted = await UsedAtAsync();
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 0, 0, TimeSpan.Zero), noted);
        clock.Advance(TimeSpan.FromMinutes(50));
        await UseAsync(made.Secret!);
        Assert.Equal(noted, await UsedAtAsync());
        clock.Advance(TimeSpan.FromMinutes(10));
        await UseAsync(made.Secret!);
        Assert.Equal(noted!.Value.AddHours(1), await UsedAtAsync());
    }

    [Fact]
    public async Task WhatIsDoneToAKeyIsInTheAuditLog()
    {
        await Store.Keys.MakeAsync("harvester", KeyScopes.Import | KeyScopes.Desk, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(3)), Actor.Admin("anna"), Cancellation);
        await Store.Keys.RevokeAsync("harvester", Actor.CommandLine, Cancellation);
        var entries = await Store.Audit.ListAsync([], before: null, most: 10, Cancellation);
        Assert.Equal([(AuditAction.KeyRevoked, "command line"), (AuditAction.KeyMade, "anna")], entries.Select(entry => (entry.Action, entry.By.Signature)));
        Assert.Equal("import, desk, until 2026-12-31 21:00 UTC", entries[1].Detail);
        Assert.All(entries, entry => Assert.Equal("harvester", entry.Subject));
    }

    [Theory]
    [InlineData("import", KeyScopes.Import)]
    [InlineData("desk import", KeyScopes.Import | KeyScopes.Desk)]
    [InlineData("", KeyScopes.None)]
    [InlineData("import all", null)]
    public void ScopesAreReadByTheirNames(string names, KeyScopes? scopes) =>
        Assert.Equal(scopes, KeyScopeNames.Parse(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private Task<KeyChange> MakeAsync(string name, KeyScopes scopes) => Store.Keys.MakeAsync(name, scopes, null, Actor.CommandLine, Cancellation);

    private Task<KeyEntry?> FindAsync(string presented) => Store.Keys.FindAsync(presented, Cancellation);

    private async Task UseAsync(string secret) => await Store.Keys.NoteUseAsync((await FindAsync(secret))!, Cancellation);

    private async Task<DateTimeOffset?> UsedAtAsync() => Assert.Single(await Store.Keys.ListAsync(Cancellation)).UsedAt;
}
