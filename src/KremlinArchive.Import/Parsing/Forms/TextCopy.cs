using System.Globalization;
using KremlinArchive.Import.Parsing.Kinds;
using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Import.Parsing.Words;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>
/// Reads the layout of the site's plain-text copies: blocks between blank lines, which are the title, the date, then place and lead where there are any,
/// the text with a paragraph a line, and the item's address.
/// </summary>
internal static class TextCopy
{
    private const int LongestPlace = 60;

    // A title is a line or two; a longer first block is a text without a layout.
    private const int LongestTitle = 1000;

    // A line of text may mention a day; a line that is a date is short.
    private const int LongestDate = 40;

    private const string Layout = "a title, a date like 2021-12-07 20:15:00, the text and the item's address, with blank lines between";

    private static readonly string[] Moments = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    internal static PageReading Read(string text, CaptureForm form, SiteAddress? fallback, DateOnly today)
    {
        var blocks = Blocks(text);
        if (blocks.Count == 0)
            return new PageReading.Unreadable("The text is empty.");
        if (blocks.Count < 2 || blocks[1].Count != 1 || Stamp(blocks[1][0]) is not { } stamp)
            return new PageReading.Unreadable(Undated(blocks));
        if (Line(blocks[0]) is not { Length: > 0 and <= LongestTitle } title)
            return new PageReading.Unreadable("The text has no title before its date.");

        var closing = blocks[^1].Count == 1 ? SiteAddress.Parse(blocks[^1][0]) : null;
        if ((closing?.Record is null ? fallback : closing) is not { Record: not null } address)
            return new PageReading.Unreadable("The text begins as a copy does, but the item's address does not close it: it is cut off, or not a copy.");
        var publication = Publication.Check(stamp[..10], stamp, stamp[10..], today);
        if (publication.At is not { } published)
            return new PageReading.Unreadable(publication.Failure!);

        var content = blocks[2..(closing?.Record is null ? blocks.Count : blocks.Count - 1)];
        return PageReading.Documents.One(form, Record(address, title, published, content));
    }

    private static ArchiveRecord Record(SiteAddress address, string title, PrintedTime published, List<List<string>> content)
    {
        var at = 0;
        var place = content.Count > 1 && IsPlace(content[0]) ? content[at++][0] : null;
        var lead = content.Count - at > 1 ? Line(content[at++]) : null;
        var paragraphs = content.Skip(at).SelectMany(block => block).Select(Paragraph.Plain).ToList();
        IReadOnlyList<string> sections = address.Section is { } section ? [section] : [];
        return new ArchiveRecord
        {
            Id = address.Record!,
            Address = address.Canonical!,
            Title = title,
            Lead = lead,
            Published = published,
            Place = place is null ? null : PlainLine.Normalized(place),
            Kind = KindRules.Decide(title, lead ?? "", sections),
            Sections = sections,
            Passages = Transcript.Passages(paragraphs, []),
        };
    }

    private static List<List<string>> Blocks(string text)
    {
        var blocks = new List<List<string>>();
        var block = new List<string>();
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = PlainLine.Of(raw);
            if (line.Length > 0)
            {
                block.Add(line);
            }
            else if (block.Count > 0)
            {
                blocks.Add(block);
                block = [];
            }
        }

        if (block.Count > 0)
            blocks.Add(block);
        return blocks;
    }

    private static bool IsPlace(List<string> block) => block.Count == 1 && block[0].Length <= LongestPlace && !block[0].EndsWith('.');

    private static string Line(List<string> block) => string.Join(' ', block);

    private static string Undated(List<List<string>> blocks) =>
        blocks.Count > 1 && blocks[1].Count == 1 && blocks[1][0].Length <= 40 && blocks[1][0].Any(char.IsAsciiDigit)
            ? $"\"{blocks[1][0]}\", which stands where a copy has its date, is not a moment of the calendar."
            : $"The text is in no known layout: a copy has {Layout}.";

    /// <summary>The date and time in digits, also where the line prints them in words: «7 декабря 2021 года, 20:15». Null for anything else.</summary>
    private static string? Stamp(string line)
    {
        if (DateTime.TryParseExact(line, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return line;
        if (line.Length > LongestDate || PrintedDates.SingleDay(line) is not { } day)
            return null;
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}{(PrintedDates.Time(line) is { } time ? $" {time:HH:mm}" : "")}");
    }
}
