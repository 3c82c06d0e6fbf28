using KremlinArchive.Store.Accounts;
using KremlinArchive.Store.Schema;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Store;

/// <summary>How an application takes the store into its services.</summary>
public static class ArchiveStoreServices
{
    /// <summary>Adds an open store and its parts, accounts for the framework's sign-in, and the keys that sign its cookies.</summary>
    public static IServiceCollection AddArchiveStore(this IServiceCollection services, ArchiveStore store)
    {
        services
            .AddSingleton(store)
            .AddSingleton(store.Records)
            .AddSingleton(store.Versions)
            .AddSingleton(store.History)
            .AddSingleton(store.Changes)
            .AddSingleton(store.Ledger)
            .AddSingleton(store.Runs)
            .AddSingleton(store.Quarantine)
            .AddSingleton(store.Dismissals)
            .AddSingleton(store.Verifier)
            .AddSingleton(store.Accounts)
            .AddSingleton(store.Audit)
            .AddSingleton(store.Keys)
            .AddSingleton(store.Asked)
            .AddSingleton(store.Fetches)
            .AddSingleton(store.Absences)
            .AddSingleton(store.Coverage)
            .AddSingleton(store.Holds)
            .AddSingleton(store.Audit)
            .AddSingleton(store.Catalogue)
            .AddSingleton(store.Withholding)
            .AddScoped(_ => store.NewContext());
        // What they read is theirs; accounts are changed by the register alone.
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<ArchiveContext>();
        // Keys live with the archive: whoever moves it moves what signs its cookies, and every server of it honours them.
        services.AddDataProtection().SetApplicationName("KremlinArchive").PersistKeysToDbContext<ArchiveContext>();
        return services;
    }
}
