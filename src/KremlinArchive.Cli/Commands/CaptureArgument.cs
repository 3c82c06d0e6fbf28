using System.CommandLine;
using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Cli.Commands;

/// <summary>The arguments that name a capture, or a capture or a record.</summary>
internal static class CaptureArgument
{
    public static Argument<string> Create() => new("NUMBER") { Description = "The capture's number, as the captures command lists it" };

    public static Argument<string> CreateForEither() => new("ID|NUMBER") { Description = "A record's identity, for example ru/events/67315, or a capture's number" };

    /// <exception cref="WrongArgumentException">What stands there is no number.</exception>
    public static long Read(ParseResult parsed, Argument<string> argument) =>
        Number(parsed.GetValue(argument)!) ?? throw new WrongArgumentException($"NUMBER: '{parsed.GetValue(argument)}' is not a capture's number.");

    /// <returns>The record, or else the capture.</returns>
    /// <exception cref="WrongArgumentException">What stands there is neither.</exception>
    public static (RecordId? Record, long Capture) ReadEither(ParseResult parsed, Argument<string> argument)
    {
        var text = parsed.GetValue(argument)!;
        if (Number(text) is { } number)
            return (null, number);
        return (RecordId.Parse(text) ?? throw new WrongArgumentException($"'{text}' is neither a record's identity, for example ru/events/67315, nor a capture's number."), 0);
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
