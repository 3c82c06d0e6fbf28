using KremlinArchive.Web.Admin.Fetches;
using KremlinArchive.Web.Admin.Index;
using KremlinArchive.Web.Admin.Previews;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Admin.Uploads;
using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Admin;

/// <summary>The admin's desk: imports, quarantine, the index.</summary>
internal static class Desk
{
    public static void AddDesk(this IServiceCollection services, ArchiveSettings settings)
    {
        services.AddSingleton(UploadSpool.In(settings.DataDirectory, settings.LargestUpload));
        services.AddSingleton<UploadReader>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<PreviewDesk>();
        services.AddSingleton<IndexRebuild>();
        services.AddHostedService<ImportWorker>();
        services.AddSingleton<FetchDesk>();
        services.AddHostedService<FetchTakeover>();
    }
}
