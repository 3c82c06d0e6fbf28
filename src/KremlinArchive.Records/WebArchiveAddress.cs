using System.Globalization;

namespace KremlinArchive.Records;

/// <summary>Takes the web archive's wrapping off an address and keeps what it says about the time of capture.</summary>
internal static class WebArchiveAddress
{
    private const int DeepestWrapping = 4;

    /// <summary>The wrapped address, or the text itself where nothing is wrapped; with the capture's time where the wrapping is exact to the second.</summary>
    internal static (string Address, DateTimeOffset? CapturedAt) Unwrap(string text)
    {
        DateTimeOffset? capturedAt = null;
        for (var layer = 0; layer < DeepestWrapping && Split(text) is var (stamp, inner); layer++)
        {
            text = inner;
            capturedAt = Time(stamp) ?? capturedAt;
        }

        return (text, capturedAt);
    }

    private static (string Stamp, string Inner)? Split(string text)
    {
        var path = PathOnArchive(text);
        if (path is null || path.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
            return null;
        var stamp = path[..slash];
        return stamp.Length >= 4 && stamp.Take(4).All(char.IsAsciiDigit) ? (stamp, path[(slash + 1)..]) : null;
    }

    /// <summary>What follows <c>/web/</c>: on the archive's own host, or in a link that the archive rewrote relative to it.</summary>
    private static string? PathOnArchive(string text)
    {
        const string Folder = "/web/";
        if (text.StartsWith(Folder, StringComparison.Ordinal))
            return text[Folder.Length..];
        var host = text.IndexOf("web.archive.org" + Folder, StringComparison.OrdinalIgnoreCase);
        var isHost = host == 0 || (host > 0 && text[..host] is "//" or "http://" or "https://" or "HTTP://" or "HTTPS://");
        return isHost ? text[(host + "web.archive.org".Length + Folder.Length)..] : null;
    }

    /// <summary>The stamp's fourteen digits as UTC; a shorter stamp asks for the nearest capture and proves no time.</summary>
    private static DateTimeOffset? Time(string stamp)
    {
        var digits = new string([.. stamp.TakeWhile(char.IsAsciiDigit)]);
        return digits.Length == 14 && DateTime.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, TimeSpan.Zero)
            : null;
    }
}
