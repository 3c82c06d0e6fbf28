namespace KremlinArchive.Web.Accounts;

/// <summary>Which addresses are the admin's.</summary>
internal static class DeskPath
{
    public const string Root = "/admin";

    public const string SignIn = "/admin/sign-in";

    public const string SignOut = "/admin/sign-out";

    public const string First = "/admin/first";

    public const string Account = "/admin/account";

    /// <summary>In any case of the letters, since routes are found in any.</summary>
    public static bool Holds(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
