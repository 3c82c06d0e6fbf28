using KremlinArchive.Import.Parsing.Bytes;
using KremlinArchive.Import.Parsing.Forms;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;
using static System.FormattableString;

namespace KremlinArchive.Import.Parsing;

/// <summary>Reads text without markup: a copy in its known layout, or robots.txt, which is skipped.</summary>
internal static class PlainReading
{
    // The longest copy of the site has some 240,000 characters.
    private const int Longest = 8 * 1024 * 1024;

    internal static PageReading Read(string text, string source, DateOnly today)
    {
        if (text.AsSpan().TrimStart().StartsWith("User-agent:", StringComparison.OrdinalIgnoreCase))
            return new PageReading.Skipped("This is robots.txt, the site's rules for robots, and not a document.");
        if (text.Length > Longest)
            return new PageReading.Unreadable(Invariant($"The text has {text.Length:N0} characters; more than {Longest:N0} are not read."));
        if (Garbled.In(text) is { } garbled)
            return new PageReading.Unreadable(garbled);
        return TextCopy.Read(text, CaptureForm.Text, SourceAddress.Of(source), today);
    }
}
