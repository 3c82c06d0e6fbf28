using KremlinArchive.Search;
using KremlinArchive.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KremlinArchive.Web.Hosting;

/// <summary>Ready when the store answers and the index has something to answer with: it is up with the log, or holds an older state while it catches up.</summary>
internal sealed class ReadyCheck(ArchiveStore store, ArchiveIndex index) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var head = await store.Changes.HeadAsync(cancellationToken);
            var health = index.Health;
            if (head > 0 && health.IndexedChange == 0)
                return HealthCheckResult.Unhealthy("The index is being built.");
            return health.LastError is null
                ? HealthCheckResult.Healthy($"Indexed {health.IndexedChange} of {head} changes.")
                : HealthCheckResult.Degraded("The index could not be written lately; searching goes on.");
        }
        catch (ArchiveUnavailableException error)
        {
            return HealthCheckResult.Unhealthy(error.Message);
        }
    }
}
