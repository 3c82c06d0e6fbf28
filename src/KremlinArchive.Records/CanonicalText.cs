using System.Text;

namespace KremlinArchive.Records;

/// <summary>
/// The form of a text in which two captures are compared: white space, quotation marks and dashes folded, paragraphs run together.
/// What is equal here was not edited, whatever a redesign or a poorer form did to the markup.
/// </summary>
public static class CanonicalText
{
    /// <summary>The text of a record with the label of each turn before the turn's first words.</summary>
    public static string Of(ArchiveRecord record)
    {
        var text = new StringBuilder();
        string? speaker = null;
        foreach (var passage in record.Passages)
        {
            if (passage.Speaker is { } label && label != speaker)
                Append(text, label);
            speaker = passage.Speaker;
            Append(text, passage.Text);
        }

        return text.ToString();
    }

    /// <summary>One piece of text, folded; empty for null.</summary>
    public static string Of(string? piece)
    {
        var text = new StringBuilder();
        Append(text, piece);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string? piece)
    {
        if (text.Length > 0)
            text.Append(' ');
        foreach (var character in piece.AsSpan().Trim())
        {
            var folded = Fold(character);
            if (folded != ' ' || (text.Length > 0 && text[^1] != ' '))
                text.Append(folded);
        }
    }

    private static char Fold(char character) => character switch
    {
        '«' or '»' or '“' or '”' or '„' or '‟' => '"',
        '‘' or '’' or '‚' or '‛' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        _ => char.IsWhiteSpace(character) ? ' ' : character,
    };
}
