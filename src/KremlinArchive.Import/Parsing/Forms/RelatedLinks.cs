using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Reads the links of the boxes that stand beside an article's text, each address once.</summary>
internal static class RelatedLinks
{
    internal static IReadOnlyList<RelatedLink> In(IReadOnlyList<IElement> boxes, Language language)
    {
        var links = new List<RelatedLink>();
        foreach (var link in boxes.SelectMany(box => box.Descendants(_ => true)).Where(element => element.LocalName == "a"))
        {
            var title = BodyText.Line(link);
            var address = SiteAddress.Absolute(link.GetAttribute("href"), language);
            if (title.Length > 0 && address is not null && links.TrueForAll(known => known.Address != address))
                links.Add(new RelatedLink(title, address));
        }

        return links;
    }
}
