using System.CommandLine;
using KremlinArchive.Cli.Output;

namespace KremlinArchive.Cli.Commands;

/// <summary>Where the password of <c>admin add</c> and <c>admin password</c> comes from: asked twice on the terminal, or a line of the standard input. Never an argument, which every user of the machine could read.</summary>
internal static class AdminPassword
{
    /// <summary>More than any password may have; a wrong file is not read to its end.</summary>
    private const int Longest = 1024;

    public static Option<bool> FromInput { get; } = new("--password-stdin")
    {
        Description = "Take the password from the first line of the standard input",
        Arity = ArgumentArity.Zero,
    };

    /// <exception cref="WrongArgumentException">There is nobody to ask, or no password was given.</exception>
    public static string Take(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(FromInput))
            return FirstLine(terminal.In) is { Length: > 0 } line ? line : throw new WrongArgumentException("--password-stdin: the standard input has no password on its first line.");
        if (terminal.AskSecret is not { } ask)
            throw new WrongArgumentException("There is no terminal to ask for a password on; give one with --password-stdin.");
        var password = ask("Password: ");
        return ask("The same again: ") == password ? password : throw new WrongArgumentException("The two passwords differ; nothing was changed.");
    }

    private static string FirstLine(TextReader input)
    {
        var letters = new char[Longest];
        var read = input.ReadBlock(letters);
        return new string(letters, 0, read).Split('\n')[0].TrimEnd('\r');
    }
}
