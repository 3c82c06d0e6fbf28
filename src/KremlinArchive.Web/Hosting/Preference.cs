namespace KremlinArchive.Web.Hosting;

/// <summary>What a reader chooses once: named in an address, kept in a cookie, so that it needs no script.</summary>
internal static class Preference
{
    /// <summary>The choice in the address, else in the cookie; null where neither names a valid one.</summary>
    public static string? Of(HttpContext context, string name, Func<string, bool> isValid) =>
        Valid(context.Request.Query[name], isValid) ?? Valid(context.Request.Cookies[name], isValid);

    /// <summary>Keeps a choice that the address names.</summary>
    public static void Remember(HttpContext context, string name, Func<string, bool> isValid)
    {
        if (Valid(context.Request.Query[name], isValid) is not { } asked || context.Request.Cookies[name] == asked)
            return;
        context.Response.Cookies.Append(name, asked, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
    }

    private static string? Valid(string? text, Func<string, bool> isValid) => text is not null && isValid(text) ? text : null;
}
