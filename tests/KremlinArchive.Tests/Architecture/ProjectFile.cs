using System.Xml.Linq;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Architecture;

/// <summary>A project of <c>src</c> as its file declares it.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> References, IReadOnlyDictionary<string, string> Packages)
{
    private const string Prefix = "KremlinArchive.";

    /// <summary>Every project of <c>src</c>, by its name without the common prefix.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>A project by its name without the common prefix.</summary>
    public static ProjectFile Named(string name) => All.Single(project => project.Name == name);

    private static ProjectFile Read(string path)
    {
        var items = XDocument.Load(path).Descendants().ToList();
        return new ProjectFile(
            ShortName(path),
            [.. Included(items, "ProjectReference").Select(item => ShortName(item.Attribute("Include")!.Value)).Order(StringComparer.Ordinal)],
            Included(items, "PackageReference").ToDictionary(item => item.Attribute("Include")!.Value, PrivateAssets, StringComparer.Ordinal));
    }

    private static IEnumerable<XElement> Included(IEnumerable<XElement> items, string kind) =>
        items.Where(item => item.Name.LocalName == kind && item.Attribute("Include") is not null);

    private static string PrivateAssets(XElement package) =>
        package.Attribute("PrivateAssets")?.Value ?? package.Elements().FirstOrDefault(element => element.Name.LocalName == "PrivateAssets")?.Value ?? "";

    private static string ShortName(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))[Prefix.Length..];
}
