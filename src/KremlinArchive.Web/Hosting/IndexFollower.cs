using KremlinArchive.Search;

namespace KremlinArchive.Web.Hosting;

/// <summary>Keeps the index up with the change log while the server runs.</summary>
internal sealed class IndexFollower(ArchiveIndex index) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => index.FollowAsync(stoppingToken), stoppingToken);
}
