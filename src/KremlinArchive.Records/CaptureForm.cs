namespace KremlinArchive.Records;

/// <summary>The form in which a page came, from the richest to the poorest.</summary>
public enum CaptureForm
{
    /// <summary>The article's page as readers see it: carries every field.</summary>
    Page,

    /// <summary>The <c>/print</c> variant: of an article as rich as the page, of an act the whole text and little else.</summary>
    Print,

    /// <summary>An entry of an Atom feed: text, lead and times, no place, no tags.</summary>
    Feed,

    /// <summary>The site's plain-text version, <c>/copy/N</c>: no markup, no tags.</summary>
    Copy,

    /// <summary>A plain-text file in the layout of a copy.</summary>
    Text,
}
