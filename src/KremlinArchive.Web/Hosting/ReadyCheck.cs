using System.Globalization;
using KremlinArchive.Search;
using KremlinArchive.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KremlinArchive.Web.Hosting;

/// <summary>
/// Ready when this server answers about as others do: its index is at most a set distance behind the store. A store that is away makes no server unready, since each would be, and
/// searches go on.
/// </summary>
internal sealed class ReadyCheck(ArchiveStore store, ArchiveIndex index, ArchiveSettings settings) : IHealthCheck
{
    // Whoever asks waits no longer than this; a way that is cut may say nothing for minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var head = await store.Changes.HeadAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return Of(index.Health, head);
        }
        catch (ArchiveUnavailableException away)
        {
            return Without(index.Health, away.Message);
        }
        catch (TimeoutException)
        {
            return Without(index.Health, "The database does not answer.");
        }
    }

    private HealthCheckResult Of(IndexHealth health, long head)
    {
        var lag = health.LagBehind(head);
        var told = new Dictionary<string, object> { ["lag"] = lag };
        if (!health.IsNear(head, settings.MostBehind))
        {
            var why = health.IndexedChange == 0
                ? "The index is being built."
                : string.Create(CultureInfo.InvariantCulture, $"The index is {lag} changes behind; {settings.MostBehind} are allowed.");
            return HealthCheckResult.Unhealthy(why, data: told);
        }

        return health.LastError is null
            ? HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"Indexed {health.IndexedChange} of {head} changes."), told)
            : HealthCheckResult.Degraded("The index could not be written lately; searching goes on.", data: told);
    }

    private static HealthCheckResult Without(IndexHealth health, string why) => health.IndexedChange > 0
        ? HealthCheckResult.Degraded($"{why} Searching goes on.")
        : HealthCheckResult.Unhealthy(why);
}
