using KremlinArchive.Search.Comparing;
using KremlinArchive.Store.Reading;
using Spectre.Console;

namespace KremlinArchive.Cli.Output;

/// <summary>A comparison for people: what was removed stands in [-…-], what was added in {+…+}, as word diffs are usually written.</summary>
internal static class ComparisonFigure
{
    public static void Show(VersionPair pair, bool isWhole, Terminal terminal)
    {
        terminal.WriteLine(pair.After.History.Title);
        Show(RecordComparison.Of(pair.Before.Record, pair.After.Record), isWhole, int.MaxValue, terminal);
    }

    /// <param name="most">At most so many passages.</param>
    public static void Show(RecordComparison compared, bool isWhole, int most, Terminal terminal)
    {
        if (compared.IsEmpty)
        {
            terminal.WriteLine("They do not differ, white space, quotation marks and dashes aside.");
            return;
        }

        foreach (var field in compared.Fields)
            Write($"{field.Field.Name()}: ", field.Text, terminal);
        foreach (var passage in compared.Passages.Where(passage => isWhole || passage.Change != PassageChange.Same).Take(most))
        {
            terminal.WriteLine();
            terminal.WriteLine(Heading(passage));
            if (!passage.Speaker.IsSame)
                Write("", passage.Speaker, terminal);
            Write("", passage.Text, terminal);
        }
    }

    private static string Heading(ComparedPassage passage) => passage.Change switch
    {
        PassageChange.Same => $"¶{passage.After!.Number}",
        PassageChange.Changed => $"¶{passage.Before!.Number} → ¶{passage.After!.Number} changed",
        PassageChange.Removed => $"¶{passage.Before!.Number} removed",
        PassageChange.Added => $"¶{passage.After!.Number} added",
        PassageChange.MovedAway => $"¶{passage.Before!.Number} moved to ¶{passage.After!.Number}",
        PassageChange.MovedHere => $"¶{passage.After!.Number} moved from ¶{passage.Before!.Number}",
        _ => throw new ArgumentOutOfRangeException(nameof(passage), passage.Change, "There is no such change."),
    };

    private static void Write(string before, ChangedText text, Terminal terminal) => terminal.Write(
        before + string.Concat(text.Pieces.Select(Plain)),
        Markup.Escape(before) + string.Concat(text.Pieces.Select(Marked)));

    private static string Plain(ChangedPiece piece) => piece.Change switch
    {
        TextChange.Removed => $"[-{piece.Text}-]",
        TextChange.Added => $"{{+{piece.Text}+}}",
        _ => piece.Text,
    };

    private static string Marked(ChangedPiece piece)
    {
        var text = Markup.Escape(Terminal.Clean(Plain(piece)));
        return piece.Change switch
        {
            TextChange.Removed => $"[red]{text}[/]",
            TextChange.Added => $"[green]{text}[/]",
            _ => text,
        };
    }
}
