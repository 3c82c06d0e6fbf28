using KremlinArchive.Store;
using KremlinArchive.Store.Asked;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Asked;

public abstract class AskedRegisterTests(Engine engine) : IAsyncLifetime
{
    /// <summary>Ten thousand rows take their time, and are counted alike.</summary>
    public sealed class OnSqlite() : AskedRegisterTests(Engine.Sqlite)
    {
        [Fact]
        public async Task ADayHoldsSoManyQueriesAndNoMoreWhileThoseItHoldsAreStillCounted()
        {
            await KeepAsync([.. Enumerable.Range(0, AskedRegister.MostOfDay).Select(number => Of($"запрос {number}", Today))]);
            await KeepAsync(Of("один лишний", Today), Of("запрос 7", Today, times: 4));
            var all = await ListAsync(AskedOrder.Popular, days: 1, most: AskedRegister.MostOfDay + 1);
            Assert.Equal((AskedRegister.MostOfDay, ("запрос 7", 5, 0, 1)), (all.Count, all[0]));
            Assert.DoesNotContain(all, asked => asked.Query == "один лишний");
        }
    }

    public sealed class OnPostgres() : AskedRegisterTests(Engine.Postgres);

    private static readonly DateOnly Today = new(2026, 1, 2);

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
    public async Task CountsOfADayAndOfDaysAddUpAndTheLastAnswerIsTold()
    {
        await KeepAsync(Of("маяк", Today.AddDays(-1), times: 5, inVain: 5, found: 0));
        await KeepAsync(Of("маяк", Today, times: 2, inVain: 0, found: 3), Of("сочи", Today, times: 9, inVain: 0, found: 40));
        await KeepAsync(Of("маяк", Today, times: 1, inVain: 0, found: 4));

        Assert.Equal([("сочи", 9, 0, 40), ("маяк", 8, 5, 4)], await ListAsync(AskedOrder.Popular, days: 7));
        Assert.Equal([("маяк", 8, 5, 4)], await ListAsync(AskedOrder.Failed, days: 7));
        Assert.Empty(await ListAsync(AskedOrder.Failed, days: 1));
        Assert.Equal([("сочи", 9, 0, 40)], (await ListAsync(AskedOrder.Popular, days: 1, most: 1)));
    }

    [Fact]
    public async Task WhatIsOlderThanNinetyDaysIsRemoved()
    {
        await KeepAsync(Of("старое", Today), Of("слишком старое", Today.AddDays(-90)));
        Assert.Equal(["старое"], (await ListAsync(AskedOrder.Popular, AskedRegister.DaysKept)).Select(asked => asked.Query));
        clock.Advance(TimeSpan.FromDays(89));
        await KeepAsync(Of("новое", Today.AddDays(89)));
        Assert.Equal(["новое", "старое"], (await ListAsync(AskedOrder.Popular, AskedRegister.DaysKept)).Select(asked => asked.Query));
        clock.Advance(TimeSpan.FromDays(1));
        await KeepAsync(Of("новое", Today.AddDays(90)));
        Assert.Equal(["новое"], (await ListAsync(AskedOrder.Popular, AskedRegister.DaysKept)).Select(asked => asked.Query));
    }

    [Theory]
    [InlineData("  Встреча\tс\u00a0Байденом ", "встреча с байденом")]
    [InlineData("ЁЛКА", "ёлка")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("a\0b", "a b")]
    [InlineData(" \n ", null)]
    [InlineData("", null)]
    public void AQueryIsCountedInOneForm(string typed, string? counted) => Assert.Equal(counted, AskedQuery.Of(typed));

    [Fact]
    public void AnEndlessQueryIsCutAtAWholeCharacter()
    {
        Assert.Equal(new string('я', 200), AskedQuery.Of(new string('Я', 100_000)));
        Assert.Equal("half \ufffd", AskedQuery.Of("half \ud83d"));
        Assert.Equal(199, AskedQuery.Of("a" + string.Concat(Enumerable.Repeat("😀", 500)))!.Length);
    }

    private static AskedCount Of(string query, DateOnly day, long times = 1, long inVain = 0, long found = 1) => new(day, query, times, inVain, found);

    private Task KeepAsync(params AskedCount[] counts) => Store.Asked.KeepAsync(counts, Cancellation);

    private async Task<IReadOnlyList<(string Query, long Times, long InVain, long Found)>> ListAsync(AskedOrder order, int days, int most = 10) =>
        [.. (await Store.Asked.ListAsync(order, days, most, Cancellation)).Select(asked => (asked.Query, asked.Times, asked.InVain, asked.Found))];
}
