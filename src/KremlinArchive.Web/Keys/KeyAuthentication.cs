using System.Security.Claims;
using System.Text.Encodings.Web;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Keys;
using KremlinArchive.Web.Wording;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace KremlinArchive.Web.Keys;

/// <summary>
/// Knows programs by <c>Authorization: Bearer ka_…</c>, where an address of the API asks for a key. The key is asked of the store at each request, so that a revoked
/// one ends at once; it is read from the header alone, never from an address, and written nowhere.
/// </summary>
internal sealed partial class KeyAuthentication(
    IOptionsMonitor<KeyAuthenticationOptions> options, ILoggerFactory logs, UrlEncoder encoder, KeyRegister keys, IStringLocalizer<Words> words)
    : AuthenticationHandler<KeyAuthenticationOptions>(options, logs, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "key";

    private const string Bearer = "Bearer ";
    private const string Realm = "Bearer realm=\"KremlinArchive\"";

    /// <summary>The program that a request is of.</summary>
    public static Actor ActorOf(HttpContext context) => Actor.Program(context.User.Identity?.Name ?? "");

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented() is not { } presented)
            return AuthenticateResult.NoResult();
        if (await keys.FindAsync(presented, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("The key opens nothing.");
        await NoteUseAsync(key);
        var claims = KeyPolicies.Claims(key).Select(scope => new Claim(KeyPolicies.ScopeClaim, scope)).Prepend(new Claim(ClaimTypes.Name, key.Name));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // Whether a key was wrong, expired or revoked is nobody's business who has no other.
        var isMissing = Presented() is null;
        return RefuseAsync(
            StatusCodes.Status401Unauthorized, isMissing ? Realm : Realm + ", error=\"invalid_token\"", isMissing ? words["key.missing"] : words["key.wrong"]);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy ?? "";
        return RefuseAsync(StatusCodes.Status403Forbidden, $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"", words["key.not-for-this", scope]);
    }

    private Task RefuseAsync(int status, string challenge, string text)
    {
        Response.Headers.WWWAuthenticate = challenge;
        // What still comes of a file that is refused is not waited for.
        if (!HttpMethods.IsGet(Request.Method))
            Response.Headers.Connection = "close";
        return Results.Problem(text, statusCode: status, title: words["key.refused"]).ExecuteAsync(Context);
    }

    private async Task NoteUseAsync(KeyEntry key)
    {
        try
        {
            await keys.NoteUseAsync(key, Context.RequestAborted);
        }
        catch (ArchiveUnavailableException refused)
        {
            // An archive that can only be read is read with keys, too.
            NotNoted(Logger, key.Name, refused.Message);
        }
    }

    private string? Presented() =>
        Request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    [LoggerMessage(LogLevel.Warning, "It could not be noted that the key {Key} was used. {Reason}")]
    private static partial void NotNoted(ILogger log, string key, string reason);
}

/// <summary>The scheme has no options of its own.</summary>
internal sealed class KeyAuthenticationOptions : AuthenticationSchemeOptions;
