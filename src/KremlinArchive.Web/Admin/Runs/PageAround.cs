using Microsoft.AspNetCore.Components;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>The page around a live part, which is not live itself.</summary>
internal static class PageAround
{
    /// <summary>Asks for it anew, in its place in the browser's history. The framework's own refresh ends a circuit that it makes superfluous with an error.</summary>
    public static void ShowAnew(this NavigationManager navigation) =>
        navigation.NavigateTo(new Uri(navigation.Uri).PathAndQuery, new NavigationOptions { ReplaceHistoryEntry = true });
}
