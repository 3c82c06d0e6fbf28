using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Which item a page is: by its own word, else by the source that it came from.</summary>
/// <param name="Address">An address that names the item.</param>
internal sealed record PageIdentity(SiteAddress Address)
{
    internal RecordId Id => Address.Record!;

    internal Language Language => Id.Language;

    /// <summary>The item of a page; null where neither the page nor its source names one.</summary>
    internal static PageIdentity? Of(HtmlPage page, string source)
    {
        // The long form says more than a short link, so an address with a section goes first.
        var named = page.Addresses.Append(SourceAddress.Of(source)).OfType<SiteAddress>().Where(address => address.Record is not null).ToList();
        var first = named.FirstOrDefault();
        var best = first is null ? null : named.Find(address => address.Record == first.Record && address.Section is not null) ?? first;
        return best is null ? null : new PageIdentity(best);
    }
}
