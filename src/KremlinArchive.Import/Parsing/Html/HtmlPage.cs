using AngleSharp.Dom;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>A parsed page with its landmarks, found in one walk: by them a page's kind is told and its parts are read.</summary>
internal sealed class HtmlPage
{
    private readonly List<SiteAddress> addresses = [];
    private readonly List<SitePage> shown = [];

    // og:url is the least sure of a page's addresses: it never tells a variant.
    private SiteAddress? shared;

    private HtmlPage()
    {
    }

    /// <summary>What the page's head and frame say its address is, the surest first.</summary>
    internal IReadOnlyList<SiteAddress> Addresses => addresses;

    /// <summary>The variants that the page says it is: the address of the page itself, not of its item.</summary>
    internal IReadOnlyList<SitePage> Shown => shown;

    /// <summary>The language in the html element; null where it names none that the site has.</summary>
    internal Language? Language { get; private set; }

    internal IElement? DocumentTitle { get; private set; }

    /// <summary>The first h1 of the page.</summary>
    internal IElement? Heading { get; private set; }

    /// <summary>The article's element, announcements included.</summary>
    internal IElement? Article { get; private set; }

    internal IElement? Lead { get; private set; }

    internal IElement? Published { get; private set; }

    internal IElement? Time { get; private set; }

    internal IElement? Place { get; private set; }

    internal IElement? EventDate { get; private set; }

    /// <summary>The body of an article.</summary>
    internal IElement? Body { get; private set; }

    /// <summary>The block below the body: tags, sections, publication.</summary>
    internal IElement? Bottom { get; private set; }

    internal IElement? Updated { get; private set; }

    /// <summary>The text area of a /copy/ page.</summary>
    internal IElement? CopyText { get; private set; }

    /// <summary>The body of an act.</summary>
    internal IElement? ActBody { get; private set; }

    /// <summary>The first preformatted text, where old acts have their body.</summary>
    internal IElement? Preformatted { get; private set; }

    internal bool IsActPrint { get; private set; }

    /// <summary>True if the act goes on on another page.</summary>
    internal bool HasNextPart { get; private set; }

    internal bool IsGallery { get; private set; }

    internal bool IsList { get; private set; }

    internal static HtmlPage Of(IDocument document)
    {
        var page = new HtmlPage();
        foreach (var element in document.Descendants(page.Enter))
            page.Note(element);
        if (page.shared is not null)
            page.addresses.Add(page.shared);
        return page;
    }

    /// <summary>Bodies are walked by their readers; of an article's body only the bottom block is looked for here.</summary>
    private bool Enter(IElement element) =>
        element != ActBody && element != Preformatted && element != CopyText && element != Bottom
        && element.LocalName is not ("p" or "ul" or "table" or "svg" or "form");

    private void Note(IElement element)
    {
        switch (element.LocalName)
        {
            case "html":
                Language = LanguageCodes.Parse(element.GetAttribute("lang")?.Split('-')[0].ToLowerInvariant());
                break;
            case "title":
                DocumentTitle ??= element;
                break;
            case "meta" when element.GetAttribute("property") == "og:url":
                shared ??= SiteAddress.Parse(element.GetAttribute("content"));
                break;
            case "link" when element.GetAttribute("rel") == "canonical":
                NoteAddress(element.GetAttribute("href"));
                break;
            case "h1":
                Heading ??= element;
                break;
            case "article":
                Article ??= element;
                break;
            case "time" when element.HasClass("read__published"):
                Published ??= element;
                break;
            case "textarea" when element.Id == "special_textarea":
                CopyText ??= element;
                break;
            case "pre" when element.Id == "special_pre":
                ActBody ??= element;
                IsActPrint = true;
                break;
            case "div" or "pre" or "ul" or "a":
                NoteBlock(element, element.Classes());
                break;
        }
    }

    private void NoteBlock(IElement element, string classes)
    {
        if (element.LocalName == "a" && element.GetAttribute("href") is { } link && MayBePart(link))
            HasNextPart |= SiteAddress.Parse(SiteAddress.Absolute(link, Records.Language.Russian)) is { Page: SitePage.Part };
        if (element.LocalName == "pre")
            Preformatted ??= element;
        if (classes.Length == 0)
            return;
        if (Markup.Has(classes, "read__internal_content"))
            Body ??= element;
        else if (Markup.Has(classes, "read__bottommeta"))
            Bottom ??= element;
        else if (Markup.Has(classes, "read__lead"))
            Lead ??= element;
        else if (Markup.Has(classes, "read__time"))
            Time ??= element;
        else if (Markup.Has(classes, "read__place"))
            Place ??= element;
        else if (Markup.Has(classes, "announce_date"))
            EventDate ??= element;
        else if (Markup.Has(classes, "read__updated"))
            Updated ??= element;
        else if (Markup.Has(classes, "reader_act_body"))
            ActBody ??= element;
        else if (Markup.Has(classes, "read"))
            NoteAddress(element.GetAttribute("data-href"));
        else if (Markup.Has(classes, "photoset") || Markup.Has(classes, "photoset__list"))
            IsGallery = true;
        else if (Markup.Has(classes, "lister-page"))
            IsList = true;
    }

    // Of the two hundred links of a page hardly one is worth taking apart.
    private static bool MayBePart(string link) => link.Contains("page", StringComparison.OrdinalIgnoreCase) || link.Contains('%', StringComparison.Ordinal);

    private void NoteAddress(string? text)
    {
        if (SiteAddress.Parse(text) is not { } address)
            return;
        addresses.Add(address);
        shown.Add(address.Page);
    }
}
