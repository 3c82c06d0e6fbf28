using System.Net;
using System.Threading.RateLimiting;

namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>What one client may take: so many requests, so many circuits.</summary>
internal static class ClientLimits
{
    public static void AddClientLimits(this IServiceCollection services, LimitSettings limits) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(Requests(limits), Circuits(limits));
        options.OnRejected = (refused, _) =>
            new ValueTask(Refusal.TooMany(refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? pause : null).SayAsync(refused.HttpContext));
    });

    // A bucket, not a window: who was quiet may hurry, and nobody is refused for having come late in a minute.
    private static PartitionedRateLimiter<HttpContext> Requests(LimitSettings limits)
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = limits.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
        return PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
            !RequestCost.IsFree(context) && ClientNetwork.Of(context.Connection.RemoteIpAddress) is { } client
                ? RateLimitPartition.GetTokenBucketLimiter(client, _ => bucket)
                : RateLimitPartition.GetNoLimiter(IPAddress.None));
    }

    private static PartitionedRateLimiter<HttpContext> Circuits(LimitSettings limits)
    {
        var open = new ConcurrencyLimiterOptions { PermitLimit = limits.Circuits, QueueLimit = 0 };
        return PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
            RequestCost.IsCircuit(context) && ClientNetwork.Of(context.Connection.RemoteIpAddress) is { } client
                ? RateLimitPartition.GetConcurrencyLimiter(client, _ => open)
                : RateLimitPartition.GetNoLimiter(IPAddress.None));
    }
}
