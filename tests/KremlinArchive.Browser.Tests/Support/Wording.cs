using System.Globalization;
using System.Xml.Linq;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>The words of the interface, so that tests look for what readers read and not for how it is marked up.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, Dictionary<string, string>> Words = new(StringComparer.Ordinal) { ["ru"] = Read("Words.resx"), ["en"] = Read("Words.en.resx") };

    /// <summary>A word in the reader's language, its places filled.</summary>
    public static string Word(this Reader reader, string key, params object[] values) =>
        string.Format(CultureInfo.GetCultureInfo(reader.Seat.Language), Words[reader.Seat.Language][key], values);

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "KremlinArchive.Web", "Wording", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
}
