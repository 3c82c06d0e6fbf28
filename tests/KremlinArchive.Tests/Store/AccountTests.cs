using KremlinArchive.Store;
using KremlinArchive.Store.Accounts;
using KremlinArchive.Store.Audit;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store;

public abstract class AccountTests(Engine engine) : IAsyncLifetime
{
    /// <summary>What is judged before and after the engine is asked is tried on one: to hash passwords takes its time.</summary>
    public sealed class OnSqlite() : AccountTests(Engine.Sqlite)
    {
        [Theory]
        [InlineData("", Password, AccountProblem.NameIsWrong)]
        [InlineData("two words", Password, AccountProblem.NameIsWrong)]
        [InlineData("-anna", Password, AccountProblem.NameIsWrong)]
        [InlineData("an<b>na", Password, AccountProblem.NameIsWrong)]
        [InlineData("ANNA", Password, AccountProblem.NameIsTaken)]
        [InlineData("boris", "eleven char", AccountProblem.PasswordIsShort)]
        [InlineData("administrator", "Administrator1", AccountProblem.PasswordIsTheName)]
        [InlineData("boris", "borisborisboris", AccountProblem.PasswordIsTheName)]
        public async Task AnAccountThatWouldBeWrongIsNotMade(string name, string password, AccountProblem problem)
        {
            await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
            var change = await Accounts.AddAsync(name, password, Actor.CommandLine, Cancellation);
            Assert.Null(change.Account);
            Assert.Equal([problem], change.Problems);
            Assert.Single(await Accounts.ListAsync(Cancellation));
        }

        [Fact]
        public async Task AVeryLongPasswordIsRefusedOneAtTheLimitIsNot()
        {
            Assert.Equal([AccountProblem.PasswordIsLong], (await Accounts.AddAsync("anna", new string('x', AccountRules.LongestPassword + 1), Actor.CommandLine, Cancellation)).Problems);
            var longest = new string('x', AccountRules.LongestPassword);
            Assert.Empty((await Accounts.AddAsync("anna", longest, Actor.CommandLine, Cancellation)).Problems);
            Assert.NotNull(await Accounts.EnterAsync("anna", longest, Cancellation));
            Assert.Null(await Accounts.EnterAsync("anna", longest + "x", Cancellation));
        }

        [Fact]
        public async Task FiveWrongGuessesCloseTheAccountForAQuarterOfAnHour()
        {
            await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
            for (var guess = 0; guess < 5; guess++)
                Assert.Null(await Accounts.EnterAsync("anna", Wrong, Cancellation));
            Assert.Null(await Accounts.EnterAsync("anna", Password, Cancellation));
            clock.Advance(TimeSpan.FromMinutes(14));
            Assert.Null(await Accounts.EnterAsync("anna", Password, Cancellation));
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.NotNull(await Accounts.EnterAsync("anna", Password, Cancellation));
        }

        [Fact]
        public async Task FourWrongGuessesAndARightOneBeginAnew()
        {
            await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
            for (var round = 0; round < 2; round++)
            {
                for (var guess = 0; guess < 4; guess++)
                    Assert.Null(await Accounts.EnterAsync("anna", Wrong, Cancellation));
                Assert.NotNull(await Accounts.EnterAsync("anna", Password, Cancellation));
            }
        }

        [Fact]
        public async Task AnotherPasswordOpensTheAccountAgainAndEndsItsSessions()
        {
            await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
            var stamp = await StampAsync();
            for (var guess = 0; guess < 5; guess++)
                await Accounts.EnterAsync("anna", Wrong, Cancellation);
            Assert.Equal([AccountProblem.PasswordIsShort], (await Accounts.SetPasswordAsync("anna", "short", Actor.CommandLine, Cancellation)).Problems);
            Assert.Equal(stamp, await StampAsync());
            Assert.Empty((await Accounts.SetPasswordAsync("anna", "other quiet words", Actor.CommandLine, Cancellation)).Problems);
            Assert.NotEqual(stamp, await StampAsync());
            Assert.NotNull(await Accounts.EnterAsync("anna", "other quiet words", Cancellation));
        }

        [Fact]
        public async Task WhoChangesAPasswordMustKnowIt()
        {
            var id = (await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation)).Account!.Id;
            Assert.Equal([AccountProblem.PasswordIsWrong], (await Accounts.ChangePasswordAsync(id, Wrong, "other quiet words", Cancellation)).Problems);
            Assert.Empty((await Accounts.ChangePasswordAsync(id, Password, "other quiet words", Cancellation)).Problems);
            Assert.NotNull(await Accounts.EnterAsync("anna", "other quiet words", Cancellation));
        }
    }

    public sealed class OnPostgres() : AccountTests(Engine.Postgres);

    private const string Password = "four quiet words here";
    private const string Wrong = "four noisy words here";

    private readonly SetClock clock = new();
    private TempArchive archive = null!;

    private ArchiveStore Store => archive.Store;

    private AccountRegister Accounts => Store.Accounts;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync(engine, clock);

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ANameOpensItsAccountInAnyCaseAndComposition()
    {
        var added = (await Accounts.AddAsync(" Юрий ", "пароль из йода и ёлок", Actor.CommandLine, Cancellation)).Account!;
        Assert.Equal(("Юрий", clock.GetUtcNow()), (added.Name, DateTimeOffset.FromUnixTimeSeconds(added.CreatedAt.ToUnixTimeSeconds())));
        Assert.Equal(added.Id, (await Accounts.EnterAsync("ЮРИЙ", "пароль из йода и ёлок", Cancellation))?.Id);
        // As another keyboard writes й and ё: a letter and its mark.
        Assert.Equal(added.Id, (await Accounts.EnterAsync("юри\u0438\u0306", "пароль из \u0438\u0306ода и е\u0308лок", Cancellation))?.Id);
    }

    [Fact]
    public async Task APasswordIsNeverKeptAsItIs()
    {
        await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
        var kept = await archive.KeptAsync();
        Assert.Contains("ANNA", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfManyFirstAccountsAtOnceOneIsMade()
    {
        var changes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => Accounts.AddFirstAsync($"first{number}", Password, Cancellation))));
        var first = Assert.Single(changes, change => change.Account is not null);
        Assert.All(changes.Where(change => change != first), change => Assert.Equal([AccountProblem.NotTheFirst], change.Problems));
        Assert.Equal([first.Account!.Name], (await Accounts.ListAsync(Cancellation)).Select(account => account.Name));
    }

    [Fact]
    public async Task ManyGuessesAtOnceAreAllCounted()
    {
        await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Accounts.EnterAsync("anna", Wrong, Cancellation))));
        Assert.Null(await Accounts.EnterAsync("anna", Password, Cancellation));
    }

    [Fact]
    public async Task OfTwoThatRemoveEachOtherOneIsLeft()
    {
        await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation);
        await Accounts.AddAsync("boris", Password, Actor.CommandLine, Cancellation);
        var changes = await Task.WhenAll(((string[])["anna", "boris"]).Select(name => Task.Run(() => Accounts.RemoveAsync(name, Actor.CommandLine, Cancellation))));
        Assert.Single(changes, change => change.Problems.SequenceEqual([AccountProblem.LastAccount]));
        Assert.Single(await Accounts.ListAsync(Cancellation));
    }

    [Fact]
    public async Task AnAccountIsMadeBesideARunningImport()
    {
        var importing = Task.Run(async () =>
        {
            var run = await Store.Ledger.BeginAsync("test", null, Cancellation);
            for (var batch = 0; batch < 20; batch++)
                await Store.Ledger.SaveAsync(run, [Documents.Page(Documents.Record($"ru/events/{batch + 1}"))], Cancellation);
        });
        Assert.NotNull((await Accounts.AddAsync("anna", Password, Actor.CommandLine, Cancellation)).Account);
        Assert.NotNull(await Accounts.EnterAsync("anna", Password, Cancellation));
        await importing;
        Assert.Equal(20, await Store.Records.CountAsync(Cancellation));
    }

    private async Task<string?> StampAsync()
    {
        await using var context = Store.NewContext();
        return (await context.Users.SingleAsync(Cancellation)).SecurityStamp;
    }
}
