using System.CommandLine;
using KremlinArchive.Records;

namespace KremlinArchive.Cli.Commands;

/// <summary>The argument that names a record.</summary>
internal static class RecordArgument
{
    public static Argument<string> Create() => new("ID") { Description = "The record's identity, for example ru/events/67315" };

    /// <exception cref="WrongArgumentException">What stands there is no identity.</exception>
    public static RecordId Read(ParseResult parsed, Argument<string> argument)
    {
        var text = parsed.GetValue(argument)!;
        return RecordId.Parse(text)
            ?? throw new WrongArgumentException($"ID: '{text}' is not a record's identity. It is language/collection/number, for example ru/events/67315.");
    }
}
