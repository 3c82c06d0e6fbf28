using System.Globalization;
using System.Text.RegularExpressions;

namespace KremlinArchive.Store;

/// <summary>Sizes as settings and messages write them.</summary>
public static partial class ByteSize
{
    private const long Largest = 1024L * 1024 * 1024 * 1024;

    /// <summary>Reads <c>500 MB</c>, <c>2GB</c> or a number of bytes; null for anything else, for nothing and for more than 1024 GB.</summary>
    public static long? Parse(string? text)
    {
        var parts = Pattern().Match((text ?? "").Trim());
        var unit = parts.Groups["unit"].Value.ToUpperInvariant() switch { "KB" => 1024L, "MB" => 1024L * 1024, "GB" => 1024L * 1024 * 1024, _ => 1 };
        return parts.Success && long.TryParse(parts.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= Largest / unit
            ? number * unit
            : null;
    }

    /// <summary><c>500 MB</c>: in megabytes, rounded up.</summary>
    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes + (1024 * 1024) - 1) / (1024 * 1024):N0} MB");

    [GeneratedRegex(@"\A(?<number>[0-9]{1,13})\s*(?<unit>KB|MB|GB)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
