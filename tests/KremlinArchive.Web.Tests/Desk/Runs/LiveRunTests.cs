using Bunit;
using Bunit.TestDoubles;
using KremlinArchive.Import.Runs;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Desk.Runs;

public sealed class LiveRunTests : BunitContext
{
    private readonly ImportQueue queue = new(TimeProvider.System);
    private readonly BunitAuthorizationContext account;

    public LiveRunTests()
    {
        Services.AddLocalization();
        Services.AddSingleton(queue);
        account = this.AddAuthorization();
        account.SetAuthorized("Анна");
    }

    [Fact]
    public void WhatWaitsTellsHowManyHaveTheirTurnBefore()
    {
        queue.Add(new HeldPlan("one", 1).Plan);
        var live = Show(queue.Add(new HeldPlan("two", 2).Plan)!);
        Assert.Matches("1", live.Find("[role=status]").TextContent);
        Assert.Empty(live.FindAll("progress"));
    }

    [Fact]
    public void WhatIsDoneIsFollowedWithoutReloading()
    {
        var job = Begun();
        var live = Show(job);
        Assert.Equal("0", live.Find("progress").GetAttribute("value"));

        job.Tell(now => now with { Progress = new RunProgress { Added = 30, Quarantined = 12, Taken = 420, Elapsed = TimeSpan.FromSeconds(21) } });
        live.WaitForAssertion(() => Assert.Equal("42", live.Find("progress").GetAttribute("value")), TimeSpan.FromSeconds(10));
        Assert.Equal(["42", "2", "30", "12"], new[] { "done", "rate", "added", "quarantined" }.Select(figure => live.Find($"[data-figure={figure}]").TextContent));
        Assert.Contains("29", live.Find("[data-figure=remaining]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatBeginsLeadsFromTheQueueToThePageOfTheRun()
    {
        var job = queue.Add(new HeldPlan("one", 1).Plan)!;
        Show(job);
        var led = LedAsync();
        job.TryBegin();
        job.Tell(now => now with { Run = 7 });
        Assert.Equal("http://localhost/admin/runs/7", await led);
    }

    [Fact]
    public async Task WhatIsOverLetsThePageAroundBeShownAnew()
    {
        var job = Begun();
        Navigation.NavigateTo("/admin/runs/7?outcome=added#outcomes");
        Show(job);
        var led = LedAsync();
        job.End(failure: null);
        Assert.Equal("http://localhost/admin/runs/7?outcome=added", await led);
        Assert.Contains(Navigation.History, entry => entry.Options.ReplaceHistoryEntry);
    }

    [Fact]
    public void WhoIsNotSignedInIsShownNothingOfTheRun()
    {
        account.SetNotAuthorized();
        var live = Show(Begun());
        Assert.Empty(live.FindAll("progress, [data-figure]"));
        Assert.Equal("/admin/sign-in", live.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void AnImportThatIsLongOverShowsNothing() =>
        Assert.Empty(Render<LiveRun>(parameters => parameters.Add(live => live.Key, Guid.NewGuid())).Markup.Trim());

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>Where the next navigation leads.</summary>
    private Task<string> LedAsync()
    {
        var led = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Navigation.LocationChanged += (_, change) => led.TrySetResult(change.Location);
        return led.Task.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);
    }

    private ImportJob Begun()
    {
        var job = queue.Add(new HeldPlan("one", 1).Plan)!;
        job.TryBegin();
        job.Tell(now => now with { Run = 7, Size = 1000 });
        return job;
    }

    private IRenderedComponent<LiveRun> Show(ImportJob job) => Render<LiveRun>(parameters => parameters.Add(live => live.Key, job.Key));
}
