namespace KremlinArchive.Web.Admin.Watching;

/// <summary>The addresses of watching at the desk.</summary>
internal static class WatchAddress
{
    public const string Page = "/admin/watch";

    public const string Look = Page + "/look";
}
