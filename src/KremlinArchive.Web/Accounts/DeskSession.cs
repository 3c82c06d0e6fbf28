using KremlinArchive.Store.Accounts;
using KremlinArchive.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;

namespace KremlinArchive.Web.Accounts;

/// <summary>What a sign-in cookie is worth, asked anew at every request, and where those go who have none.</summary>
internal sealed class DeskSession(SignInManager<Account> signIn) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        try
        {
            // One row by its key: cheap enough that a changed password or a removed account ends a session at once.
            if (await signIn.ValidateSecurityStampAsync(context.Principal) is not null)
                return;
        }
        catch (Exception failure) when (AwayArchive.IsAway(context.HttpContext, failure) is not null)
        {
            // Nobody can say whether the session still stands: it counts for nothing now, and is kept for later.
            AwayArchive.Unknown(context.HttpContext, failure);
            context.RejectPrincipal();
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <inheritdoc/>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (await AwayArchive.RefuseUnknownAsync(context.HttpContext))
            return;
        var request = context.Request;
        if (IsPage(context.HttpContext))
            context.Response.Redirect(ReturnAddress.SignInFor(HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    /// <inheritdoc/>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // What is no page is asked by a program, which could do nothing with a form; an address that leads nowhere was typed by a person.
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
