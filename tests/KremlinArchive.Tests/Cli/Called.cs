using System.Text.Json;
using KremlinArchive.Cli;
using KremlinArchive.Cli.Output;

namespace KremlinArchive.Tests.Cli;

/// <summary>What a call of the command line gave.</summary>
internal sealed record Called(ExitCode Code, string Output, string Error)
{
    public static Task<Called> WithAsync(params string[] args) => WithAsync((output, error) => new Terminal(output, error), args);

    public static async Task<Called> WithAsync(Func<TextWriter, TextWriter, Terminal> terminal, params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        return new Called(await CommandLine.RunAsync(args, terminal(output, error)), output.ToString(), error.ToString());
    }

    /// <summary>The output as the one JSON document that it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
