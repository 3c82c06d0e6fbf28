using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Web.Api;
using KremlinArchive.Web.Layout;
using KremlinArchive.Web.Wording;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KremlinArchive.Web.Hosting;

/// <summary>The server from its start to its end.</summary>
internal static class ArchiveServer
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <returns>0 when it was stopped; 1 if it could not run, with the reason on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var builder = CreateBuilder(args);
            var settings = ArchiveSettings.Read(builder.Configuration);
            using var held = ServerLock.Take(settings.DataDirectory);
            var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = settings.DataDirectory }, CancellationToken.None);
            using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = settings.IndexDirectory }, store.Changes);
            AddServices(builder, settings, store, index);

            await using var app = builder.Build();
            Configure(app);
            await app.Services.GetRequiredService<SampleImport>().RunAsync(CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (Exception error) when (error is ArchiveUnavailableException or WrongSettingException or IOException)
        {
            await Console.Error.WriteLineAsync($"KremlinArchive could not start. {error.Message}");
            return 1;
        }
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings and pages stand beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            // A query of 10,000 Cyrillic letters has 60,000 characters in an address.
            server.Limits.MaxRequestLineSize = 128 * 1024;
            server.Limits.MaxRequestHeadersTotalSize = 160 * 1024;
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.AddArchiveLog();
        return builder;
    }

    private static void AddServices(WebApplicationBuilder builder, ArchiveSettings settings, ArchiveStore store, ArchiveIndex index)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddArchiveStore(store);
        services.AddSingleton(index);
        services.AddSingleton<SampleImport>();
        services.AddHostedService<IndexFollower>();
        services.AddHealthChecks().AddCheck<ReadyCheck>("archive");
        services.AddArchiveApi();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        // Keys live with the archive: whoever moves the data directory moves what signs its cookies.
        services.AddDataProtection().SetApplicationName("KremlinArchive")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")));
        services.AddLocalization();
        // Cyrillic goes out as itself, not as character references four times its size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
    }

    private static void Configure(WebApplication app)
    {
        app.UseRequestLog();
        app.UseInterfaceLanguage();
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        // After the pages for failures, so that these are found when a request is run again as one of them.
        app.UseRouting();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapArchiveApi();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status200OK } });
        app.MapRazorComponents<App>();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
