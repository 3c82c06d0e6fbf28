using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Layout;

/// <summary>Light or dark: of the address, else of the cookie, else the system's.</summary>
internal static class Theme
{
    /// <summary>The parameter and the cookie that name it.</summary>
    public const string Name = "theme";

    /// <summary>What stands for the system's own choice.</summary>
    public const string System = "system";

    private const string Light = "light";
    private const string Dark = "dark";

    /// <summary>The order in which the switch goes round.</summary>
    public static string After(string? theme) => theme switch
    {
        Dark => Light,
        Light => System,
        _ => Dark,
    };

    /// <summary><c>light</c> or <c>dark</c>; null where the system decides.</summary>
    public static string? Of(HttpContext context) =>
        Preference.Of(context, Name, IsTheme) is { } theme and not System ? theme : null;

    /// <summary>Keeps a theme that the address names.</summary>
    public static void Remember(HttpContext context) => Preference.Remember(context, Name, IsTheme);

    private static bool IsTheme(string text) => text is Light or Dark or System;
}
