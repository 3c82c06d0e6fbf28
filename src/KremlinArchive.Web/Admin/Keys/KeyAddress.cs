namespace KremlinArchive.Web.Admin.Keys;

/// <summary>The address of the keys of programs.</summary>
internal static class KeyAddress
{
    public const string List = "/admin/keys";

    /// <summary>Where a revocation leads to, so that reloading the page revokes nothing a second time.</summary>
    public const string Revoked = List + "?done=revoked";
}
