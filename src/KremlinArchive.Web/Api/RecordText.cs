using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Web.Wording;

namespace KremlinArchive.Web.Api;

/// <summary>A record as plain text: what it is, its text with the speakers, its source. Paragraphs are parted by an empty line.</summary>
internal static class RecordText
{
    public static string Of(ArchiveRecord record)
    {
        var text = new StringBuilder();
        var date = record.Published.LongIn(record.Id.Language);
        Add(text, record.Title);
        Add(text, record.Place is { } place ? $"{date}, {place}" : date);
        if (record.Lead is { } lead)
            Add(text, lead);
        string? speaker = null;
        foreach (var passage in record.Passages)
        {
            Add(text, passage.Speaker is { } speaks && speaks != speaker ? $"{speaks}: {passage.Text}" : passage.Text);
            speaker = passage.Speaker;
        }

        return text.Append(SourceOf(record)).Append('\n').ToString();
    }

    private static void Add(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");

    private static string SourceOf(ArchiveRecord record) => (record.Id.IsSample, record.Id.Language) switch
    {
        (true, Language.Russian) => "Вымышленный образец: этого документа нет на сайте Кремля.",
        (true, _) => "An invented sample: the Kremlin’s site has no such document.",
        (false, Language.Russian) => $"Источник: Администрация Президента России, {record.Address}, CC BY 4.0",
        _ => $"Source: Administration of the President of Russia, {record.Address}, CC BY 4.0",
    };
}
