using KremlinArchive.Store.Audit;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public sealed class AuditLogTests : IAsyncLifetime
{
    private TempArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync();

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task TellsTheNewestActionsFirstPageByPage()
    {
        for (var run = 1; run <= 5; run++)
            await archive.Store.Audit.NoteAsync(Actor.Admin("anna"), AuditAction.Imported, $"run {run}", null, Cancellation);

        var first = await archive.Store.Audit.ListAsync([], before: null, most: 3, Cancellation);
        var rest = await archive.Store.Audit.ListAsync([], first[^1].Number, most: 3, Cancellation);

        Assert.Equal(["run 5", "run 4", "run 3"], first.Select(entry => entry.Subject));
        Assert.Equal(["run 2", "run 1"], rest.Select(entry => entry.Subject));
    }

    [Fact]
    public async Task TellsWhoDidWhatThroughWhichFaceAndWhy()
    {
        await archive.Store.Audit.NoteAsync(Actor.Program("harvester"), AuditAction.QuarantineDismissed, "7", "A page of tests.", Cancellation);
        await archive.Store.Audit.NoteAsync(Actor.CommandLine, AuditAction.IndexRebuilt, "index", null, Cancellation);

        var dismissed = Assert.Single(await archive.Store.Audit.ListAsync([AuditAction.QuarantineDismissed], before: null, most: 10, Cancellation));

        Assert.Equal((new Actor("harvester", ActorWay.Key), "A page of tests."), (dismissed.By, dismissed.Detail));
        Assert.Equal(Actor.CommandLine, (await archive.Store.Audit.ListAsync([], before: null, most: 10, Cancellation))[0].By);
    }

    [Fact]
    public async Task AnEndlessDetailIsCutAtAWholeCharacter()
    {
        await archive.Store.Audit.NoteAsync(Actor.Admin("anna"), AuditAction.RecordWithheld, "ru/events/1", string.Concat(Enumerable.Repeat("😀", 5000)), Cancellation);

        var detail = (await archive.Store.Audit.ListAsync([], before: null, most: 1, Cancellation))[0].Detail!;

        Assert.InRange(detail.Length, 3998, 4000);
        Assert.EndsWith("😀…", detail, StringComparison.Ordinal);
    }
}
