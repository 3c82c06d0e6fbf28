using KremlinArchive.Store.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace KremlinArchive.Web.Accounts;

/// <summary>
/// Who may enter /admin: whoever is signed in, by a rule of the path that no page and no endpoint can forget. Only what says
/// <c>[AllowAnonymous]</c> itself is open.
/// </summary>
internal static class DeskAccess
{
    public static void AddDeskAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddSignInManager();
        services.AddScoped<DeskSession>();
        services.AddScoped<DeskDoor>();
        services.AddSingleton<FirstLink>();
        services.AddHostedService<FirstLinkNotice>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "desk";
            cookie.Cookie.HttpOnly = true;
            // Not strict: a link to the desk in a letter would find its reader signed out. What changes anything asks for a token besides.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.SlidingExpiration = true;
            cookie.CookieManager = new DeskCookies();
            cookie.EventsType = typeof(DeskSession);
        });
        services.AddAntiforgery(token =>
        {
            token.Cookie.Name = "form";
            token.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(MayEnter).Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
    }

    /// <summary>Asks who is there, keeps out who may not enter, and refuses forged forms. Belongs after routing.</summary>
    public static void UseDeskAccess(this IApplicationBuilder app)
    {
        app.Use(NeverStore);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<ForgedForms>();
    }

    public static void MapDeskAccess(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(DeskPath.SignOut, async (DeskDoor door) =>
    {
        await door.LetOutAsync();
        return Results.Redirect(DeskPath.SignIn);
    }).ExcludeFromDescription();

    private static bool MayEnter(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true } || (context.Resource is HttpContext http && !DeskPath.Holds(http));

    // No copy of an admin's page may outlive the session, in the browser or on the way to it.
    private static Task NeverStore(HttpContext context, RequestDelegate next)
    {
        if (DeskPath.Holds(context))
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
