using KremlinArchive.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Forms;

namespace KremlinArchive.Web.Hosting;

/// <summary>
/// Antiforgery tokens for the admin's pages alone. The framework's own provider makes one for every page, and with it a cookie and
/// <c>no-store</c>: no reader's page could be cached, and none of them has anything to forge.
/// </summary>
internal sealed class DeskAntiforgery(IHttpContextAccessor http, IAntiforgery antiforgery) : AntiforgeryStateProvider
{
    /// <inheritdoc/>
    public override AntiforgeryRequestToken? GetAntiforgeryToken()
    {
        // A circuit has no request of its own; its forms post nothing.
        if (http.HttpContext is not { Response.HasStarted: false } context || !DeskPath.Holds(context))
            return null;
        var tokens = antiforgery.GetAndStoreTokens(context);
        return tokens.RequestToken is { } token ? new AntiforgeryRequestToken(token, tokens.FormFieldName) : null;
    }
}
