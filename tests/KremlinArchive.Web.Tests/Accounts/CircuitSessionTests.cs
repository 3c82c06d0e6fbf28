using System.Security.Claims;
using KremlinArchive.Store.Accounts;
using KremlinArchive.Store.Audit;
using KremlinArchive.Web.Accounts;
using KremlinArchive.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Accounts;

public sealed class CircuitSessionTests
{
    [Fact]
    public Task ACircuitsSessionEndsWithAnotherPassword() => BuiltApplication.RunAsync(async (app, _) =>
    {
        var (circuit, register) = (CircuitOf(app), app.Services.GetRequiredService<AccountRegister>());
        var anna = await PrincipalAsync(app, await register.AddAsync("anna", AnAdmin.Password, Actor.CommandLine, TestContext.Current.CancellationToken));
        Assert.True(await circuit.IsSignedInAsync(anna));
        await register.SetPasswordAsync("anna", "other quiet words", Actor.CommandLine, TestContext.Current.CancellationToken);
        Assert.False(await circuit.IsSignedInAsync(anna));
    });

    [Fact]
    public Task ACircuitsSessionEndsWithItsAccount() => BuiltApplication.RunAsync(async (app, _) =>
    {
        var (circuit, register) = (CircuitOf(app), app.Services.GetRequiredService<AccountRegister>());
        await register.AddAsync("boris", AnAdmin.Password, Actor.CommandLine, TestContext.Current.CancellationToken);
        var anna = await PrincipalAsync(app, await register.AddAsync("anna", AnAdmin.Password, Actor.CommandLine, TestContext.Current.CancellationToken));
        Assert.True(await circuit.IsSignedInAsync(anna));
        await register.RemoveAsync("anna", Actor.CommandLine, TestContext.Current.CancellationToken);
        Assert.False(await circuit.IsSignedInAsync(anna));
    });

    // What a circuit asks is what the framework hands out, not one of ours beside it.
    private static CircuitSession CircuitOf(WebApplication app) => Assert.IsType<CircuitSession>(app.Services.CreateScope().ServiceProvider.GetRequiredService<AuthenticationStateProvider>());

    private static async Task<ClaimsPrincipal> PrincipalAsync(WebApplication app, AccountChange made)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        return await signIn.CreateUserPrincipalAsync((await signIn.UserManager.FindByIdAsync(made.Account!.Id))!);
    }
}
