using System.Security.Claims;
using KremlinArchive.Store;
using KremlinArchive.Store.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace KremlinArchive.Web.Accounts;

/// <summary>Asks once a minute whether those who opened a circuit signed in are so still. To a circuit where they are not, nobody is signed in.</summary>
internal sealed class CircuitSession(ILoggerFactory logs, IServiceScopeFactory scopes, ArchiveStore store) : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await IsSignedInAsync(authenticationState.User);
        }
        catch (Exception failure) when (store.Explain(failure) is not null)
        {
            // Without the database nothing can be done here either; the next minute asks again.
            return true;
        }
    }

    /// <summary>True if the account is there and has the stamp with which the session began.</summary>
    internal async Task<bool> IsSignedInAsync(ClaimsPrincipal user)
    {
        // A scope of its own: the circuit's lives as long as the circuit, and what it once read would be believed for ever.
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(user) is not null;
    }
}
