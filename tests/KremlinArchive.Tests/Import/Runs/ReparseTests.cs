using System.Text;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Import.Runs;

/// <summary>Captures here are lines "form id text"; an unlearned reader spells «мiр», a learned one «мир».</summary>
public sealed class ReparseTests : IAsyncLifetime
{
    private TempArchive archive = null!;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync();

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task WhatTheReaderHasLearntEnrichesEveryVersionAndMakesNone()
    {
        await ImportAsync(archive, Seen(1, "Page ru/events/1 Был мiр."), Seen(2, "Page ru/events/1 Стал мiр."), Seen(3, "Page ru/events/2 Без слова."));
        var report = await ReparseAsync(archive);

        Assert.Equal((0, 2, 1, 0), (report.Added, report.Revised, report.Unchanged, report.Quarantined));
        Assert.Equal(["Был мир.", "Стал мир."], await TextsAsync("ru/events/1"));
        var changes = await archive.Store.History.OldestAsync(new ChangeSelection(), after: 3, most: 10, TestContext.Current.CancellationToken);
        Assert.Equal([(ChangeKind.Enriched, 1), (ChangeKind.Enriched, 2)], changes.Select(change => (change.Kind, change.Version)));
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(TestContext.Current.CancellationToken)).Damage);
        Assert.Equal(RunPlan.ReparseOfAll, (await archive.Store.Runs.FindAsync(report.Run, TestContext.Current.CancellationToken))!.Description);
    }

    [Theory]
    [InlineData("Feed", "Page")]
    [InlineData("Page", "Feed")]
    [InlineData("Copy", "Page")]
    [InlineData("Text", "Feed")]
    public async Task ASightingMakesNoVersionOfWhatTheReaderHasLearnt(string first, string second)
    {
        await ImportAsync(archive, Seen(1, $"{first} ru/events/1 Был мiр."), Seen(2, $"{second} ru/events/1 Был мiр."), Seen(3, "Page ru/events/1 Стал мiр."), Seen(4, "Page ru/events/1 Стал мiр."));
        await ReparseAsync(archive);
        Assert.Equal(["Был мир.", "Стал мир."], await TextsAsync("ru/events/1"));
        Assert.Equal(0, (await ReparseAsync(archive)).Revised);
    }

    [Fact]
    public async Task AFeedIsReadAnewForTheRecordsBehindWhichItStandsBeforeItIsHeldAgainstOthers()
    {
        await ImportAsync(archive, Seen(1, "Feed ru/events/1 Один мiр.\nFeed ru/events/2 Два мiр."), Seen(2, "Page ru/events/2 Два мiр."));
        await ReparseAsync(archive);
        Assert.Equal(["Один мир."], await TextsAsync("ru/events/1"));
        Assert.Equal(["Два мир."], await TextsAsync("ru/events/2"));
    }

    [Fact]
    public async Task WhatCanNoLongerBeReadKeepsItsRecordAndWhatNowCanBecomesOne()
    {
        await ImportAsync(archive, Seen(1, "Page ru/events/1 Был."), Seen(2, "Page ru/events/2 Непонятно."));
        Assert.Equal(1, await archive.Store.Quarantine.CountAsync(QuarantineState.Waiting, TestContext.Current.CancellationToken));
        var report = await ReparseAsync(archive, capture => Read(capture, unreadable: "Был."));

        Assert.Equal((1, 1), (report.Added, report.Quarantined));
        Assert.Equal(["Был."], await TextsAsync("ru/events/1"));
        Assert.Equal(["Непонятно."], await TextsAsync("ru/events/2"));
        Assert.Equal(1, await archive.Store.Quarantine.CountAsync(QuarantineState.Resolved, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ARehearsalSaysWhatWouldChangeAndChangesNothing()
    {
        await ImportAsync(archive, Seen(1, "Page ru/events/1 Был мiр."), Seen(2, "Page ru/events/2 Непонятно."), Seen(3, "Feed ru/events/1 Был мiр."));
        var before = await archive.Store.StateAsync(TestContext.Current.CancellationToken);
        var changes = new List<ContentChange>();
        RunReport shown;
        await using (var rehearsal = await archive.Store.RehearseAsync(TestContext.Current.CancellationToken))
        {
            var watch = new RunWatch { PagesStored = outcomes => changes.AddRange(outcomes.Select(outcome => outcome.Change).OfType<ContentChange>()) };
            shown = await new ImportRun(rehearsal.Ledger, Learned).ImportAsync(RunPlan.Reparse(archive.Store.Captures), watch, TestContext.Current.CancellationToken);
        }

        Assert.Equal(before, await archive.Store.StateAsync(TestContext.Current.CancellationToken));
        Assert.Single(await archive.Store.Runs.ListAsync(before: null, 10, TestContext.Current.CancellationToken));
        Assert.Equal(("Был мiр.", "Был мир."), (changes[0].Before!.Passages[0].Text, changes[0].After.Passages[0].Text));
        Assert.Empty(Directory.EnumerateDirectories(archive.Directory, "rehearsal-*"));

        var applied = await ReparseAsync(archive);
        Assert.Equal((shown.Added, shown.Revised, shown.Unchanged, shown.Quarantined), (applied.Added, applied.Revised, applied.Unchanged, applied.Quarantined));
    }

    [Fact]
    public async Task StoppedOnTheWayAndBegunAgainItGivesTheSameArchive()
    {
        using var other = await TempArchive.CreateAsync();
        Capture[] captures = [.. Enumerable.Range(1, 300).SelectMany(n => new[] { Seen(n, $"Feed ru/events/{n} Был мiр {n}."), Seen(n + 1, $"Page ru/events/{n} Был мiр {n}."), Seen(n + 2, $"Page ru/events/{n} Стал мiр {n}.") })];
        await ImportAsync(archive, captures);
        await ImportAsync(other, captures);
        await ReparseAsync(other);

        foreach (var batches in (int[])[1, 2, 3])
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var stored = 0;
            var watch = new RunWatch { BatchStored = _ => { if (++stored == batches) stop.Cancel(); } };
            await new ImportRun(archive.Store.Ledger, Learned).ImportAsync(RunPlan.Reparse(archive.Store.Captures), watch, stop.Token);
        }

        await ReparseAsync(archive);
        Assert.Equal(await ContentsAsync(other), await ContentsAsync(archive));
        Assert.Equal(0, (await ReparseAsync(archive)).Revised);
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(TestContext.Current.CancellationToken)).Damage);
    }

    private static PageReading Unlearned(Capture capture) => Read(capture, unreadable: "Непонятно.");

    private static PageReading Learned(Capture capture) => Read(capture, unreadable: null);

    private static PageReading Read(Capture capture, string? unreadable)
    {
        var lines = Encoding.UTF8.GetString(capture.Bytes.Span).Split('\n').Select(line => line.Split(' ', 3)).ToList();
        if (lines.Any(parts => parts[2] == unreadable))
            return new PageReading.Unreadable("It is bad.");
        var form = Enum.Parse<CaptureForm>(lines[0][0]);
        return new PageReading.Documents(form, [.. lines.Select(parts => Documents.Record(parts[1], paragraphs: unreadable == "Непонятно." ? parts[2] : parts[2].Replace('i', 'и')))], []);
    }

    private static Capture Seen(int day, string text) => Capture.Of($"{day}.html", Encoding.UTF8.GetBytes(text), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day));

    private static async Task ImportAsync(TempArchive archive, params Capture[] captures)
    {
        var plan = RunPlan.Paths([]) with { Description = "test", Entries = _ => captures.Select(capture => new SourceEntry(capture, null, capture.Length)).ToAsyncEnumerable() };
        await new ImportRun(archive.Store.Ledger, Unlearned).ImportAsync(plan, new RunWatch(), TestContext.Current.CancellationToken);
    }

    private static Task<RunReport> ReparseAsync(TempArchive archive, Func<Capture, PageReading>? read = null) =>
        new ImportRun(archive.Store.Ledger, read ?? Learned).ImportAsync(RunPlan.Reparse(archive.Store.Captures), new RunWatch(), TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> TextsAsync(string id)
    {
        var history = (await archive.Store.Versions.HistoryAsync(RecordId.Parse(id)!, TestContext.Current.CancellationToken)).Found;
        var texts = new List<string>();
        foreach (var version in history!.Versions)
            texts.Add((await archive.Store.Versions.FindAsync(history.Id, version.Number, TestContext.Current.CancellationToken)).Found!.Record.Passages[0].Text);
        return texts;
    }

    private static async Task<IReadOnlyList<(long Record, int Number, string Hash)>> ContentsAsync(TempArchive archive)
    {
        await using var context = archive.Store.NewContext();
        var versions = await context.Versions.OrderBy(version => version.RecordId).ThenBy(version => version.Number).ToListAsync(TestContext.Current.CancellationToken);
        return [.. versions.Select(version => (version.RecordId, version.Number, version.ContentHash))];
    }
}
