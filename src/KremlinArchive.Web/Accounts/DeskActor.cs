using KremlinArchive.Store.Audit;

namespace KremlinArchive.Web.Accounts;

/// <summary>Who acts at the desk: the admin who is signed in.</summary>
internal static class DeskActor
{
    public static Actor Of(HttpContext context) => Actor.Admin(context.User.Identity?.Name ?? "");
}
