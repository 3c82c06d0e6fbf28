using KremlinArchive.Records;
using KremlinArchive.Search.Comparing;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Versions;

/// <summary>Changed fields in readers' words.</summary>
internal static class FieldWords
{
    /// <summary>The change with dates and kinds as readers know them.</summary>
    public static ChangedText Shown(this IStringLocalizer<Words> words, FieldChange change) => change.Field switch
    {
        RecordField.Published => Replaced(change.Text, text => PrintedTime.Parse(text)?.Long() ?? text),
        RecordField.Kind => Replaced(change.Text, text => words[$"kind.{text}"]),
        _ => change.Text,
    };

    private static ChangedText Replaced(ChangedText text, Func<string, string> shown) => new(
    [
        .. new[] { (TextChange.Removed, Text: text.Before), (TextChange.Added, Text: text.After) }
            .Where(side => side.Text.Length > 0).Select(side => new ChangedPiece(side.Item1, shown(side.Text))),
    ]);
}
