using KremlinArchive.Store.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KremlinArchive.Web.Accounts;

/// <summary>Prints the link for the first admin when a server starts and there is none: a plain line, whatever the log is told to leave out.</summary>
internal sealed class FirstLinkNotice(AccountRegister register, FirstLink link, IServer server) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await register.AnyAsync(cancellationToken))
            return;
        await Console.Out.WriteLineAsync(
            $"There is no admin yet. Within {FirstLink.Lifetime.TotalMinutes:0} minutes, this link makes the first one:\n"
            + $"  {Origin()}{link.Make()}\n"
            + "So does, at any time: kremlin-archive admin add NAME");
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A server that listens on every address of its machine is reached on this one, by whoever reads its console.
    private string Origin()
    {
        var address = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost");
        var host = address.Host is "0.0.0.0" or "[::]" or "+" or "*" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }
}
