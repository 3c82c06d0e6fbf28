using KremlinArchive.Web.Hosting;
using KremlinArchive.Web.Watching;
using Microsoft.Extensions.Configuration;

namespace KremlinArchive.Web.Tests.Watching;

public sealed class WatchSettingsTests
{
    [Fact]
    public void TheSiteIsNotWatchedUnlessAskedFor()
    {
        var settings = Read();
        Assert.Equal((false, 20), (settings.On, settings.Pages));
    }

    [Theory]
    [InlineData("*/5 * * * *", "2026-06-01T09:00:01Z", "2026-06-01T09:05:00Z")]
    [InlineData("0 8-20 * * *", "2026-06-01T18:00:00Z", "2026-06-02T05:00:00Z")]
    public void ALookFollowsTheScheduleByMoscowsClock(string schedule, string began, string next) =>
        Assert.Equal(Time(next), SiteWatch.NextAfter(Read(("Schedule", schedule)).Schedule, Time(began)));

    [Fact]
    public async Task ATimeBeyondTomorrowIsWaitedFor()
    {
        var clock = new LeapingClock();
        var next = clock.GetUtcNow().AddDays(40);
        await SiteWatch.WaitAsync(next, new TaskCompletionSource().Task, clock, TestContext.Current.CancellationToken);
        Assert.Equal(next, clock.GetUtcNow());
    }

    [Theory]
    [InlineData("On", "perhaps")]
    [InlineData("Schedule", "every minute")]
    [InlineData("Schedule", "61 * * * *")]
    [InlineData("Pages", "-1")]
    [InlineData("Pages", "many")]
    public void AWrongSettingIsNamed(string name, string value) =>
        Assert.Contains("Archive:Watch:" + name, Assert.Throws<WrongSettingException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    /// <summary>Whoever waits by it wakes at once, and it is as much later.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private DateTimeOffset now = Time("2026-06-01T09:00:00Z");

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            now += dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static WatchSettings Read(params (string Name, string Value)[] set) =>
        WatchSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(set.Select(pair => KeyValuePair.Create("Archive:Watch:" + pair.Name, (string?)pair.Value))).Build());
}
