namespace KremlinArchive.Web.Api;

/// <summary>The types of what the API sends.</summary>
internal static class ApiContent
{
    public const string Json = "application/json; charset=utf-8";
    public const string Text = "text/plain; charset=utf-8";
}
