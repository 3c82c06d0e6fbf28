using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.StaticAssets;

namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>What a request costs the machine, as far as its limits are concerned.</summary>
internal static class RequestCost
{
    private const string CircuitPath = "/_blazor";

    /// <summary>True if nobody is refused it: files, health, and the page that tells of a failure.</summary>
    public static bool IsFree(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>True if an answer has to be made, by searching, reading or rendering.</summary>
    public static bool IsAnswer(HttpContext context) => HttpMethods.IsGet(context.Request.Method)
        && !IsFree(context) && !context.Request.Path.StartsWithSegments(CircuitPath, StringComparison.Ordinal);

    /// <summary>True if it is the connection of a circuit, which lasts as long as its page is open.</summary>
    public static bool IsCircuit(HttpContext context) => context.Request.Path.StartsWithSegments(CircuitPath, StringComparison.Ordinal)
        && (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true });
}
