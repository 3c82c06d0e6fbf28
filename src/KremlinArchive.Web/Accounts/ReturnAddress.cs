using System.Text.RegularExpressions;

namespace KremlinArchive.Web.Accounts;

/// <summary>Where a sign-in leads back to: to an admin's page and nowhere else, whatever the address asks for.</summary>
internal static partial class ReturnAddress
{
    /// <summary>The parameter that names it.</summary>
    public const string Name = "returnUrl";

    /// <summary>The address asked for if it is an admin's page, else the desk.</summary>
    public static string Of(string? asked) =>
        asked is not null && DeskAddress().IsMatch(asked) && !IsDoor(asked) ? asked : DeskPath.Root;

    /// <summary>The sign-in page that leads back to an address.</summary>
    public static string SignInFor(string address) =>
        Of(address) == DeskPath.Root ? DeskPath.SignIn : DeskPath.SignIn + QueryString.Create(Name, address);

    private static bool IsDoor(string address) =>
        address.Split('?')[0] is var path && (path.Equals(DeskPath.SignIn, StringComparison.OrdinalIgnoreCase) || path.Equals(DeskPath.SignOut, StringComparison.OrdinalIgnoreCase));

    // No backslash, no second slash, no control character: nothing that a browser could read as another host.
    [GeneratedRegex(@"\A/admin(?:/[\w.~%-]+)*/?(?:\?[^\\\p{C}]*)?\z")]
    private static partial Regex DeskAddress();
}
