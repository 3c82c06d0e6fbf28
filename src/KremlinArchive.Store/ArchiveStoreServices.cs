using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Store;

/// <summary>How an application takes the store into its services.</summary>
public static class ArchiveStoreServices
{
    /// <summary>Adds an open store and its parts.</summary>
    public static IServiceCollection AddArchiveStore(this IServiceCollection services, ArchiveStore store) => services
        .AddSingleton(store)
        .AddSingleton(store.Records)
        .AddSingleton(store.Changes)
        .AddSingleton(store.Ledger)
        .AddSingleton(store.Runs)
        .AddSingleton(store.Quarantine)
        .AddSingleton(store.Verifier);
}
