using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KremlinArchive.Cli.Output;

/// <summary>Where a command's answer goes, and what is said beside it.</summary>
internal sealed class Terminal
{
    /// <summary>Wide enough that a line that is piped on is not broken.</summary>
    private const int PipeWidth = 240;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IAnsiConsole answers;

    public Terminal(TextWriter output, TextWriter error)
    {
        Out = output;
        Error = error;
        answers = Console(output);
        Notes = Console(error);
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>The standard error, for progress.</summary>
    public IAnsiConsole Notes { get; }

    /// <summary>True if programs read the answer: it is one JSON document.</summary>
    public bool IsJson { get; set; }

    /// <summary>The standard input, for what is given to a command unseen.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Asks a question whose answer is not shown; null where there is nobody to ask.</summary>
    public Func<string, string>? AskSecret { get; init; }

    public static Terminal OfProcess() => new(System.Console.Out, System.Console.Error)
    {
        In = System.Console.In,
        AskSecret = System.Console.IsInputRedirected ? null : SecretLine.Ask,
    };

    /// <summary>Writes a document as the API sends it.</summary>
    public void Write(byte[] document) => Out.WriteLine(Encoding.UTF8.GetString(document));

    /// <summary>Writes the JSON of an answer that only the command line gives.</summary>
    public void WriteJson<T>(T answer) => Out.WriteLine(JsonSerializer.Serialize(answer, Json));

    /// <summary>Writes a table or another figure.</summary>
    public void Write(IRenderable figure)
    {
        answers.Write(figure);
        Out.Flush();
    }

    /// <summary>Writes a line of an answer as it is, to be wrapped by the terminal alone.</summary>
    public void WriteLine(string line = "") => Out.WriteLine(Clean(line));

    /// <summary>Writes a line with its emphasis, where the terminal can show that, and plain elsewhere.</summary>
    public void Write(string plain, string markup)
    {
        if (answers.Profile.Capabilities.Ansi)
            answers.MarkupLine(markup);
        else
            WriteLine(plain);
    }

    /// <summary>Says something beside the answer.</summary>
    public void Note(string sentence) => Error.WriteLine(Clean(sentence));

    /// <summary>Says why the command failed; programs read it as problem details.</summary>
    public ExitCode Fail(ExitCode code, string sentence)
    {
        Note(sentence);
        if (IsJson)
            WriteJson(new Problem("about:blank", Title(code), sentence));
        return code;
    }

    /// <summary>A text that cannot steer the terminal, whatever the page was that it came from.</summary>
    public static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) && letter != '\n' ? '\uFFFD' : letter)) : text;

    private static string Title(ExitCode code) => code == ExitCode.WrongCommandLine ? "The command line is wrong." : "The command could not run.";

    private static IAnsiConsole Console(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = output.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = output.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!output.IsTerminal)
            console.Profile.Width = PipeWidth;
        return console;
    }

    private sealed record Problem(string Type, string Title, string Detail);
}
