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
            isBuilt = isBuilt || IsNear(index.Health, settings.MostBehind);
            return isBuilt || !NeedsIndex(context.Request.Path) ? next(context) : Refusal.Building.SayAsync(context);
        });
    }

    /// <summary>True if an index has come near the log as that was last seen, and is none that has only begun.</summary>
    internal static bool IsNear(IndexHealth health, long mostBehind) => health is { Lag: { } lag, Head: var head } && lag <= mostBehind && (head == 0 || health.IndexedChange > 0);

    private static bool NeedsIndex(PathString path) => path == "/" || path.StartsWithSegments("/facets", StringComparison.Ordinal) || path == "/api/v1/search";
}
