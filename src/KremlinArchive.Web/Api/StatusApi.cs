using KremlinArchive.Search;
using KremlinArchive.Search.Json;
using KremlinArchive.Store;
using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Api;

/// <summary><c>GET /api/v1/status</c>.</summary>
internal static class StatusApi
{
    public static async Task<IResult> StatusAsync(ArchiveStore store, ArchiveIndex index, CancellationToken cancellation)
    {
        var status = await store.StatusAsync(cancellation);
        var health = index.Health;
        return Results.Bytes(
            ArchiveJson.Write(new ArchiveStatus(status.Records, status.Change, health.IndexedChange, health.LagBehind(status.Change), ApplicationVersion.Text)), ApiContent.Json);
    }
}
