using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>What the block below an article says: tags, the sections it is published in, when it was published.</summary>
internal sealed class StatusBlock
{
    private readonly List<Tag> topics = [];
    private readonly List<Tag> persons = [];
    private readonly List<Tag> countries = [];
    private readonly List<Tag> regions = [];
    private readonly List<string> sections = [];

    internal IReadOnlyList<Tag> Topics => topics;

    internal IReadOnlyList<Tag> Persons => persons;

    internal IReadOnlyList<Tag> Countries => countries;

    internal IReadOnlyList<Tag> Regions => regions;

    internal IReadOnlyList<string> Sections => sections;

    /// <summary>The publication with its time of day; null where the block prints none.</summary>
    internal IElement? Published { get; private set; }

    internal static StatusBlock Of(IElement? bottom)
    {
        var block = new StatusBlock();
        foreach (var element in bottom?.Descendants(_ => true) ?? [])
        {
            if (element.LocalName == "time")
                block.Published ??= element;
            else if (element.LocalName == "a")
                block.Link(element);
        }

        return block;
    }

    private void Link(IElement link)
    {
        // The language does not matter: only the path is read.
        var absolute = SiteAddress.Absolute(link.GetAttribute("href"), Language.Russian);
        if (absolute is null || !Uri.TryCreate(absolute, UriKind.Absolute, out var address))
            return;
        var path = address.AbsolutePath.TrimEnd('/');
        if (path.StartsWith("/catalog/", StringComparison.Ordinal))
            Tag(path.Split('/'), BodyText.Line(link));
        else if (SiteAddress.Parse(absolute) is { Page: SitePage.List } && !sections.Contains(path))
            sections.Add(path);
    }

    /// <summary>Notes a tag by its path, /catalog/countries/UZ/events.</summary>
    private void Tag(string[] path, string name)
    {
        if (path.Length < 4 || name.Length == 0)
            return;
        var tags = path[2] switch
        {
            "countries" => countries,
            "regions" => regions,
            "keywords" => topics,
            "persons" => persons,
            _ => null,
        };
        var key = Uri.UnescapeDataString(path[3]);
        if (tags is not null && tags.TrueForAll(tag => tag.Key != key))
            tags.Add(new Tag(key, name));
    }
}
