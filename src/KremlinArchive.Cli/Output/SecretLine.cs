using System.Text;

namespace KremlinArchive.Cli.Output;

/// <summary>A line typed on the terminal and not shown.</summary>
internal static class SecretLine
{
    private const char ControlC = '\u0003';

    /// <summary>Asks for it on the standard error, so that an answer on the standard output stays whole.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed instead.</exception>
    public static string Ask(string question)
    {
        Console.Error.Write(question);
        // Nothing else could end the wait for a key.
        Console.TreatControlCAsInput = true;
        try
        {
            return Read();
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }

    private static string Read()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.KeyChar == ControlC)
                throw new OperationCanceledException();
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        return typed.ToString();
    }
}
