using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Store.Absences;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>Pages that are not there any more, as an observer tells of them.</summary>
public sealed class AbsenceTests(FakeSite site) : IClassFixture<FakeSite>, IAsyncLifetime
{
    private static readonly RecordId Id = RecordId.Parse("ru/events/101")!;

    private FetchedArchive archive = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clear();
        archive = await FetchedArchive.CreateAsync(site);
        site.ServePages(101);
        await archive.FetchAsync(Address(101));
        archive.Clock.Advance(TimeSpan.FromDays(1));
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task APageThatIsNowhereIsNotSeenAndItsRecordStaysAsItIs(int status)
    {
        site.Serve(Address(101), FakeAnswer.Of(status));
        var report = await archive.FetchAsync(Address(101));
        Assert.Equal((1, 0, 0), (report.Skipped, report.Revised, report.Quarantined));
        var absence = Assert.Single(await ListAsync());
        Assert.Equal((Id, status, 13, null), (absence.Record, absence.Status, absence.Asked.Count, absence.SeenAgainAt));
        Assert.True(absence.SeenBefore < absence.FirstAt);
        Assert.Equal("1 1", archive.Query("SELECT COUNT(*), MAX(CurrentVersion) FROM Records JOIN Changes ON Changes.RecordId = Records.Id").Single());

        var evidence = (await archive.Store.Absences.EvidenceAsync(absence.Key, CancellationToken.None))!;
        Assert.Equal((status, Address(101)), (evidence.Exchange!.Status, evidence.Source));
        Assert.Contains($"<h1>{status}</h1>", Encoding.UTF8.GetString(evidence.Bytes.Span), StringComparison.Ordinal);
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(CancellationToken.None)).Damage);
    }

    [Fact]
    public async Task APageThatHasMovedToAnotherSectionIsThere()
    {
        site.Serve(Address(101), FakeAnswer.Of(404));
        site.Serve(Address(101, "/acts/news"), Page(101, section: "/acts/news"));
        await archive.FetchAsync(Address(101));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task AWayToTheFrontPageIsNoPage()
    {
        site.Serve("http://kremlin.ru/", "<!doctype html><html><body>front</body></html>");
        site.Serve(Address(101), FakeAnswer.Redirect("/"));
        await archive.FetchAsync(Address(101));
        var absence = Assert.Single(await ListAsync());
        Assert.Equal(404, absence.Status);
        Assert.DoesNotContain(Address(101), absence.Asked);
    }

    [Fact]
    public async Task WhileItIsNotSeenThereIsOneAbsenceWithItsLastTime()
    {
        site.Serve(Address(101), FakeAnswer.Of(404));
        await archive.FetchAsync(Address(101));
        archive.Clock.Advance(TimeSpan.FromDays(2));
        await archive.FetchAsync(Address(101));
        var absence = Assert.Single(await ListAsync());
        Assert.True(absence.LastAt - absence.FirstAt > TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task APageThatIsSeenAgainEndsItsAbsenceAndMayBeginAnother()
    {
        site.Serve(Address(101), FakeAnswer.Of(404));
        await archive.FetchAsync(Address(101));
        archive.Clock.Advance(TimeSpan.FromDays(1));
        site.ServePages(101);
        await archive.FetchAsync(Address(101));
        Assert.True(Assert.Single(await ListAsync()) is { SeenAgainAt: { } again } absence && again > absence.LastAt);

        site.Serve(Address(101), FakeAnswer.Of(404));
        await archive.FetchAsync(Address(101));
        Assert.Equal([true, false], (await ListAsync()).Select(absence => absence.SeenAgainAt is null));
        Assert.Equal(2, (await archive.Store.Absences.OfAsync(Id, CancellationToken.None)).Count);
        Assert.Empty(await archive.Store.Absences.OfAsync(RecordId.Parse("ru/events/102")!, CancellationToken.None));
    }

    [Fact]
    public async Task ACopyFromBeforeTheAbsenceDoesNotEndIt()
    {
        site.Serve(Address(101), FakeAnswer.Of(404));
        await archive.FetchAsync(Address(101));
        var copy = $"http://web.archive.org/web/20260531120000id_/{Address(101)}";
        site.Serve(copy, Page(101));
        await archive.FetchAsync(copy);
        Assert.Null(Assert.Single(await ListAsync()).SeenAgainAt);
    }

    [Fact]
    public async Task WhatTheWebArchiveLacksIsNoAbsence()
    {
        await archive.FetchAsync($"http://web.archive.org/web/20260531120000id_/{Address(101)}");
        Assert.Empty(await ListAsync());
        Assert.Equal(2, site.Asked.Count);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task WhatFailsUnderAnyOfTheSectionsIsNoAbsence(int status)
    {
        site.Serve(Address(101), FakeAnswer.Of(404));
        site.Serve(Address(101, "/misc"), FakeAnswer.Of(status));
        Assert.NotNull((await archive.FetchAsync(Address(101))).Failure);
        Assert.Empty(await ListAsync());
    }

    private Task<IReadOnlyList<Absence>> ListAsync() => archive.Store.Absences.ListAsync(null, 10, CancellationToken.None);
}
