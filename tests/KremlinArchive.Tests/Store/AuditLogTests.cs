using KremlinArchive.Store.Audit;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class AuditLogTests(Engine engine) : IAsyncLifetime
{
    public sealed class OnSqlite() : AuditLogTests(Engine.Sqlite);

    public sealed class OnPostgres() : AuditLogTests(Engine.Postgres);

    private TempArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync(engine);

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
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

    [Fact]
    public async Task TellsWhatOneOfThemDid()
    {
        await archive.Store.Audit.NoteAsync(Actor.Admin("anna"), AuditAction.SignedIn, "anna", null, Cancellation);
        await archive.Store.Audit.NoteAsync(Actor.Program("anna"), AuditAction.Imported, "7", null, Cancellation);
        await archive.Store.Audit.NoteAsync(Actor.CommandLine, AuditAction.Imported, "8", null, Cancellation);

        Assert.Equal(["7"], await SubjectsAsync(new AuditSelection { By = Actor.Program("anna") }));
        Assert.Equal(["8"], await SubjectsAsync(new AuditSelection { By = Actor.CommandLine }));
        Assert.Equal(["8", "7"], await SubjectsAsync(new AuditSelection { Actions = [AuditAction.Imported] }));
        Assert.Empty(await SubjectsAsync(new AuditSelection { Actions = [AuditAction.Imported], By = Actor.Admin("anna") }));
    }

    [Fact]
    public async Task ARunIsNotedInTheTransactionThatBeginsIt()
    {
        var run = await archive.Store.Ledger.BeginAsync("pages.zip", "key harvester", new AuditNote(Actor.Program("harvester"), AuditAction.Imported), Cancellation);
        var noted = Assert.Single(await archive.Store.Audit.ListAsync([], before: null, most: 10, Cancellation));
        Assert.Equal((AuditAction.Imported, $"{run}", "pages.zip"), (noted.Action, noted.Subject, noted.Detail));
        await archive.Store.Ledger.BeginAsync("samples", null, Cancellation);
        Assert.Single(await archive.Store.Audit.ListAsync([], before: null, most: 10, Cancellation));
    }

    [Fact]
    public async Task WhatIsDoneToAccountsIsNotedAndWhatIsRefusedIsNot()
    {
        var accounts = archive.Store.Accounts;
        const string Password = "four quiet words here", Other = "other quiet words";
        var anna = (await accounts.AddFirstAsync("anna", Password, Cancellation)).Account!;
        await accounts.AddFirstAsync("late", Password, Cancellation);
        await accounts.AddAsync("boris", Password, Actor.Admin("anna"), Cancellation);
        await accounts.AddAsync("boris", Password, Actor.Admin("anna"), Cancellation);
        await accounts.EnterAsync("boris", Password, Cancellation);
        await accounts.EnterAsync("boris", "something else", Cancellation);
        await accounts.ChangePasswordAsync(anna.Id, Password, Other, Cancellation);
        await accounts.SetPasswordAsync("boris", Other, Actor.CommandLine, Cancellation);
        await accounts.RemoveAsync("boris", Actor.CommandLine, Cancellation);
        await accounts.RemoveAsync("anna", Actor.CommandLine, Cancellation);

        Assert.Equal(
            [
                ("command line", AuditAction.AccountRemoved, "boris"),
                ("command line", AuditAction.PasswordSet, "boris"),
                ("anna", AuditAction.PasswordSet, "anna"),
                ("boris", AuditAction.SignedIn, "boris"),
                ("anna", AuditAction.AccountAdded, "boris"),
                ("anna", AuditAction.AccountAdded, "anna"),
            ],
            (await archive.Store.Audit.ListAsync([], before: null, most: 20, Cancellation)).Select(entry => (entry.By.Signature, entry.Action, entry.Subject)));
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("key harvester")]
    [InlineData("command line")]
    public void ASignatureNamesItsActor(string signature) => Assert.Equal(signature, Actor.OfSignature(signature).Signature);

    [Fact]
    public void EveryActionHasANameOfItsOwn()
    {
        Assert.Equal(AuditActionNames.All, AuditActionNames.All.Select(action => AuditActionNames.Parse(action.Name())!.Value));
        Assert.Equal("quarantine-retried", AuditAction.QuarantineRetried.Name());
        Assert.Null(AuditActionNames.Parse("QuarantineRetried"));
    }

    private async Task<IEnumerable<string>> SubjectsAsync(AuditSelection selection) =>
        (await archive.Store.Audit.ListAsync(selection, before: null, most: 10, Cancellation)).Select(entry => entry.Subject);
}
