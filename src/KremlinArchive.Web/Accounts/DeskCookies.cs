using Microsoft.AspNetCore.Authentication.Cookies;

namespace KremlinArchive.Web.Accounts;

/// <summary>
/// Shows the sign-in cookie only to the admin's pages and their circuits. Readers' pages never learn who is signed in: they are the
/// same for everybody, and can be cached.
/// </summary>
internal sealed class DeskCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) =>
        DeskPath.Holds(context) || context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            ? cookies.GetRequestCookie(context, key)
            : null;

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, key, value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, key, options);
}
