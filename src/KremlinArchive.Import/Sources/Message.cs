using System.Globalization;

namespace KremlinArchive.Import.Sources;

/// <summary>How sizes and numbers are put into sentences for people.</summary>
internal static class Message
{
    /// <summary>A sentence with its numbers in the invariant culture.</summary>
    public static string Of(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>27 bytes</c>, <c>3.4 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Of($"{bytes} bytes"),
        < 1024 * 1024 => Of($"{bytes / 1024.0:0.#} KB"),
        < 1024L * 1024 * 1024 => Of($"{bytes / 1024.0 / 1024:0.#} MB"),
        _ => Of($"{bytes / 1024.0 / 1024 / 1024:0.#} GB"),
    };
}
