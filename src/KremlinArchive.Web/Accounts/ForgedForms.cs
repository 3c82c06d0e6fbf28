using Microsoft.AspNetCore.Antiforgery;

namespace KremlinArchive.Web.Accounts;

/// <summary>
/// Refuses with 400 whatever would change something under /admin and does not carry the token of one of our pages. An endpoint that
/// reads its body as a stream says <c>DisableAntiforgery()</c> and asks for the token itself.
/// </summary>
internal sealed class ForgedForms(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsExempt(context) || await IsOursAsync(context))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static bool IsExempt(HttpContext context) =>
        !DeskPath.Holds(context)
        || HttpMethods.IsGet(context.Request.Method)
        || context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    // The framework has looked already where an endpoint asked it to.
    private async Task<bool> IsOursAsync(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>()?.IsValid ?? await antiforgery.IsRequestValidAsync(context);
}
