using AngleSharp.Dom;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>Tells the page's furniture from its text: pop-ups, boxes, galleries, players, the bottom block.</summary>
internal static class Furniture
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "video", "audio", "img", "svg", "canvas", "map",
        "form", "button", "input", "select", "textarea", "nav", "figure", "head",
    };

    private static readonly string[] Classes =
    [
        "masha-ignore", "hidden-copy", "read__tooltip", "read__cut", "read__bottommeta", "read__tags", "read__status", "slider", "media",
        "media__container_video", "media__title", "video__description", "read__updated", "c-summary",
    ];

    internal static bool Is(IElement element) => Elements.Contains(element.LocalName) || IsMarked(element);

    /// <summary>A box with links: "See also", "Additional".</summary>
    internal static bool IsBox(IElement element) => element.HasClass("read__cut");

    private static bool IsMarked(IElement element)
    {
        // The later pages of an act hold their text in pre.masha-ignore.
        if (element.GetAttribute("class") is not { Length: > 0 } classes || element.LocalName == "pre")
            return false;
        foreach (var name in Classes)
        {
            if (Markup.Has(classes, name))
                return true;
        }

        return false;
    }
}
