using System.Globalization;
using KremlinArchive.Import.Parsing.Bytes;
using KremlinArchive.Import.Parsing.Forms;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Parsing;

/// <summary>Reads one capture into what it holds: records, something known that is no document, or a reason why it cannot be read. Safe for many threads.</summary>
/// <param name="clock">Tells today, beyond which nothing can have been published.</param>
public sealed class PageReader(TimeProvider clock)
{
    public PageReader()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Reads a capture. Bad input never throws: it is <see cref="PageReading.Unreadable"/> with a sentence for admins.</summary>
    public PageReading Read(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        try
        {
            return AnswerOf(capture) ?? RefusalOf(capture) ?? ReadText(capture);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A page that nobody foresaw must not end the run of a million others.
            return new PageReading.Unreadable($"The reader failed on it, which is a fault of the reader: {fault.GetType().Name}, {fault.Message}");
        }
    }

    // What a server sends with the word that it has no page looks like a page all the same.
    private static PageReading.Skipped? AnswerOf(Capture capture) => capture.Exchange is { Status: < 200 or >= 300 } exchange
        ? new PageReading.Skipped(string.Create(CultureInfo.InvariantCulture, $"The server answered {exchange.Status}: what it sent with that is no document."))
        : null;

    private static PageReading.Unreadable? RefusalOf(Capture capture)
    {
        if (!capture.IsWhole || capture.Length > Capture.LargestWhole)
            return new PageReading.Unreadable($"The file is too large: it has {Size(capture.Length)}, and more than {Size(Capture.LargestWhole)} are not read.");
        if (capture.Length == 0)
            return new PageReading.Unreadable("The file is empty.");
        return ForeignFormat.Of(capture.Bytes.Span) is { } format ? new PageReading.Unreadable($"The file is not a page but {format}.") : null;
    }

    private PageReading ReadText(Capture capture)
    {
        var decoded = DecodedText.Of(capture.Bytes.Span);
        if (decoded.Text is not { } text)
            return new PageReading.Unreadable(decoded.Failure!);
        if (string.IsNullOrWhiteSpace(text))
            return new PageReading.Unreadable("The file is empty: it holds nothing but white space.");
        return Read(text, capture.Source, MoscowClock.DayOf(clock.GetUtcNow()));
    }

    private static PageReading Read(string text, string source, DateOnly today) => TextShape.Of(text) switch
    {
        Shape.Html => HtmlReading.Read(text, source, today),
        Shape.Xml => FeedPage.Read(text, today),
        _ => PlainReading.Read(text, source, today),
    };

    private static string Size(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");
}
