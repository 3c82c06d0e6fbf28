using KremlinArchive.Search;
using KremlinArchive.Web.Hosting.Limits;

namespace KremlinArchive.Web.Hosting;

/// <summary>
/// What a new server of a shared archive answers while it builds its index: that another is to be asked. Found too little is worse than asked twice, and whoever leads readers to
/// servers goes on to the next one. The only server of an archive shows what it has so far.
/// </summary>
internal static class UnbuiltIndex
{
    /// <summary>Refuses what needs the index until that has come near the store once.</summary>
    public static void UseUnbuiltIndex(this WebApplication app, ArchiveSettings settings)
    {
        if (settings.Connection is null)
            return;
        var index = app.Services.GetRequiredService<ArchiveIndex>();
        var isBuilt = false;
        app.Use((context, next) =>
        {
            isBuilt = isBuilt || index.Health is { Head: { } head } health && health.IsNear(head, settings.MostBehind);
            return isBuilt || !NeedsIndex(context.Request.Path) ? next(context) : Refusal.Building.SayAsync(context);
        });
    }

    private static bool NeedsIndex(PathString path) => path == "/" || path.StartsWithSegments("/facets", StringComparison.Ordinal) || path == "/api/v1/search";
}
