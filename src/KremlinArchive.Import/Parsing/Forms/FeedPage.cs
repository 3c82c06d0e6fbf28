using System.Xml;
using System.Xml.Linq;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;
using static System.FormattableString;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Reads an Atom feed of the site: one record an entry, and a reason for each entry that gives none.</summary>
internal static class FeedPage
{
    private const int MostEntries = 10_000;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    internal static PageReading Read(string text, DateOnly today)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };
        var records = new List<ArchiveRecord>();
        var damage = new List<string>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            reader.MoveToContent();
            if (reader.LocalName != "feed" || reader.NamespaceURI != Atom.NamespaceName)
                return new PageReading.Unreadable($"The XML is not an Atom feed: its root is <{reader.Name}>.");
            var number = 0;
            while (reader.Read())
            {
                while (reader.Depth == 1 && reader.NodeType == XmlNodeType.Element && reader.LocalName == "entry")
                {
                    var line = ((IXmlLineInfo)reader).LineNumber;
                    if (++number > MostEntries)
                        return new PageReading.Unreadable(Invariant($"The feed has more than {MostEntries} entries; those of the site have 20."));
                    var (record, failure) = FeedEntry.Read((XElement)XNode.ReadFrom(reader), today);
                    if (record is not null)
                        records.Add(record);
                    else
                        damage.Add(Invariant($"Entry {number} of the feed (line {line}): {failure}"));
                }
            }
        }
        catch (XmlException broken)
        {
            return new PageReading.Unreadable(Reason(broken));
        }

        return new PageReading.Documents(CaptureForm.Feed, records, damage);
    }

    private static string Reason(XmlException broken) => broken.Message.Contains("DTD", StringComparison.Ordinal)
        ? Invariant($"The feed has a DTD (line {broken.LineNumber}); none is read, for they can name other files and swell without end.")
        : Invariant($"The feed's XML is broken at line {broken.LineNumber}, column {broken.LinePosition}: it is cut off or damaged there.");
}
