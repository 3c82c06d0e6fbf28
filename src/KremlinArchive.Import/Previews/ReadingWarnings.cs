using System.Text.RegularExpressions;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Previews;

/// <summary>Looks at a record as it was read for what is seldom right.</summary>
internal static partial class ReadingWarnings
{
    private const int LongConversation = 5000;
    private const int EnoughLetters = 40;
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    private static readonly Kind[] HappensSomewhere = [Kind.Meeting, Kind.Talks, Kind.WorkingMeeting, Kind.Conference, Kind.PressConference];
    private static readonly Kind[] IsSpoken = [Kind.Conference, Kind.PressConference, Kind.Interview];

    /// <summary>What a person should look at; empty if nothing.</summary>
    /// <param name="form">The form of the capture: what a form cannot carry is not missed in it.</param>
    public static IReadOnlyList<ReadingWarning> Of(ArchiveRecord record, CaptureForm form, DateTimeOffset now)
    {
        var text = string.Join('\n', record.Passages.Select(passage => passage.Text).Prepend(record.Lead ?? "").Prepend(record.Title));
        (ReadingWarning Warning, bool Holds)[] looks =
        [
            (ReadingWarning.NoTime, form == CaptureForm.Page && record.Id.Collection == Collection.Events && record.Published.Time is null),
            (ReadingWarning.NoPlace, form == CaptureForm.Page && record.Place is null && HappensSomewhere.Contains(record.Kind)),
            (ReadingWarning.NoKind, record.Kind == Kind.News),
            (ReadingWarning.NoText, record.Passages.Count == 0 && record.Lead is null),
            (ReadingWarning.NoSpeakers, text.Length >= LongConversation && IsSpoken.Contains(record.Kind) && record.Passages.All(passage => passage.Speaker is null)),
            (ReadingWarning.OtherLetters, HasOtherLetters(text, record.Id.Language)),
            (ReadingWarning.LostCharacters, text.Contains('\uFFFD', StringComparison.Ordinal) || Mojibake().IsMatch(text)),
            (ReadingWarning.Markup, Tags().IsMatch(text)),
            (ReadingWarning.EditedBeforePublished, record.Updated is { } updated && updated.SortInstant < record.Published.SortInstant - Tolerance),
            (ReadingWarning.FromTheFuture, record.Published.SortInstant > now + Tolerance),
        ];
        return [.. looks.Where(look => look.Holds).Select(look => look.Warning)];
    }

    private static bool HasOtherLetters(string text, Language language)
    {
        var (cyrillic, latin) = (text.Count(letter => letter is >= 'Ѐ' and <= 'ӿ'), text.Count(char.IsAsciiLetter));
        var (own, other) = language == Language.Russian ? (cyrillic, latin) : (latin, cyrillic);
        return own + other >= EnoughLetters && other > own;
    }

    // What UTF-8 looks like when it was read as Windows-1251 or Latin-1: two bytes a letter, the first nearly always the same two.
    [GeneratedRegex("(?:[РС][\u0080-\u00BF\u0402-\u040F\u0452-\u045F‚-›]){4}|(?:[ÐÑ][\u0080-\u00BF]){4}")]
    private static partial Regex Mojibake();

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^<>]*)?/?>|&(?:nbsp|amp|quot|laquo|raquo|mdash|#\\d+);")]
    private static partial Regex Tags();
}
