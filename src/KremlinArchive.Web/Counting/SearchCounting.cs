namespace KremlinArchive.Web.Counting;

/// <summary>Puts the counting of searches together.</summary>
internal static class SearchCounting
{
    public static void AddSearchCounts(this IServiceCollection services)
    {
        services.AddSingleton<SearchCounts>();
        services.AddHostedService<SearchCountKeeper>();
    }
}
