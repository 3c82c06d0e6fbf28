using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace KremlinArchive.Web.Hosting;

/// <summary>
/// Shows the page for a refused form as it shows any other. The framework runs that page as the POST that was refused, looks for the
/// form in it, and refuses once more.
/// </summary>
internal static class RefusedForms
{
    public static void UseRefusedForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null || HttpMethods.IsGet(context.Request.Method))
        {
            await next(context);
            return;
        }

        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    });
}
