using KremlinArchive.Store;
using KremlinArchive.Store.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KremlinArchive.Web.Accounts;

/// <summary>Opens and ends sessions: gives the browser its cookie, and takes it away.</summary>
internal sealed partial class DeskDoor(SignInManager<Account> signIn, IServiceScopeFactory scopes, ILogger<DeskDoor> log)
{
    /// <summary>Lets in whom the register let pass; the session ends with the browser, or after eight hours unused.</summary>
    public async Task LetInAsync(AccountEntry entry)
    {
        // Read anew: this request may have read the account before its password was changed, and would sign in with the old stamp.
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(entry.Id) is not { } account)
            return;
        await signIn.SignInAsync(account, isPersistent: false);
        Entered(entry.Name);
    }

    /// <summary>Ends the session of this browser.</summary>
    public Task LetOutAsync() => signIn.SignOutAsync();

    /// <summary>Notes why nobody could be let in or changed: people at the door are told only that it failed.</summary>
    public void Jammed(ArchiveUnavailableException failure) => Refused(failure.Message);

    [LoggerMessage(LogLevel.Error, "An account could not be read or written. {Reason}")]
    private partial void Refused(string reason);

    [LoggerMessage(LogLevel.Information, "{Name} signed in")]
    private partial void Entered(string name);
}
