namespace KremlinArchive.Records;

/// <summary>What sort of page an address of the site leads to.</summary>
public enum SitePage
{
    /// <summary>The front page.</summary>
    Home,

    /// <summary>An item as readers see it; also the short link <c>/d/N</c>.</summary>
    Article,

    /// <summary>The <c>/print</c> variant of an item.</summary>
    Print,

    /// <summary>The plain-text variant of an item, <c>/copy/N</c>.</summary>
    Copy,

    /// <summary>The second or a later page of a long act: <c>/acts/bank/N/page/2</c>.</summary>
    Part,

    /// <summary>The photographs of an item.</summary>
    Photos,

    /// <summary>The videos or the sound of an item.</summary>
    Videos,

    /// <summary>A list of items: a section, a page of it, a day.</summary>
    List,

    /// <summary>An Atom feed.</summary>
    Feed,

    /// <summary>A page of the catalogue: a person, a country, a topic, and what is tagged with it.</summary>
    Catalogue,

    /// <summary>The site's own search.</summary>
    Search,

    /// <summary>Any other page of the site: structure, contacts, robots.txt.</summary>
    Other,
}
