using System.Security.Cryptography;

namespace KremlinArchive.Web.Hosting.Caching;

/// <summary>Stands for the program itself: what shapes its answers besides the archive. Equal on every machine that runs the same build.</summary>
internal static class ProgramBuild
{
    /// <summary>The code and words of this application, its packages, the names of its scripts and style sheets.</summary>
    private static readonly string[] Shaping = ["KremlinArchive.*.dll", "*.deps.json", "*.staticwebassets.endpoints.json"];

    /// <summary>Differs between builds that differ.</summary>
    public static string Text { get; } = Compute(AppContext.BaseDirectory);

    private static string Compute(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Shaping.SelectMany(pattern => Directory.EnumerateFiles(directory, pattern, SearchOption.AllDirectories));
        foreach (var file in files.Order(StringComparer.Ordinal))
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return $"{Environment.Version} {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
