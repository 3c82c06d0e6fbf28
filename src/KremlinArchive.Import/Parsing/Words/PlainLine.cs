using System.Text;

namespace KremlinArchive.Import.Parsing.Words;

/// <summary>
/// Builds one line of text in the archive's form: NFC, every white space one plain space, no soft hyphens, no zero-width marks, trimmed.
/// All text of records passes through here and nowhere else.
/// </summary>
internal sealed class PlainLine
{
    private readonly StringBuilder line = new();

    /// <summary>How many characters the line has so far; a white space at the end is not yet counted.</summary>
    internal int Length => line.Length;

    /// <summary>True if a white space was met after the last character.</summary>
    internal bool EndsInSpace { get; private set; }

    internal char Last => line.Length == 0 ? '\0' : line[^1];

    /// <summary>The form of a text by itself; empty for white space only.</summary>
    internal static string Of(ReadOnlySpan<char> text)
    {
        var line = new PlainLine();
        line.Append(text);
        return Normalized(line.Take());
    }

    /// <summary>NFC of a line that was built here, or cut from one.</summary>
    internal static string Normalized(string line) => line.IsNormalized() ? line : line.Normalize();

    internal void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is > ' ' and < '\u007F')
                Put(c);
            else if (IsSpace(c))
                EndsInSpace = true;
            else if (!IsInvisible(c))
                Put(c);
        }
    }

    /// <summary>Marks a white space: between lines, around table cells.</summary>
    internal void Space() => EndsInSpace = true;

    /// <summary>Gives the line and begins a new one. Not yet NFC: positions in it stay what they were while it was built.</summary>
    internal string Take()
    {
        var text = line.ToString();
        line.Clear();
        EndsInSpace = false;
        return text;
    }

    internal static bool IsSpace(char c) => char.IsWhiteSpace(c);

    private static bool IsInvisible(char c) => c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u00AD' or '\u180E' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F');

    private void Put(char c)
    {
        if (EndsInSpace && line.Length > 0)
            line.Append(' ');
        EndsInSpace = false;
        line.Append(c);
    }
}
