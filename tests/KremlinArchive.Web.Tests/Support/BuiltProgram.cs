using System.Diagnostics;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>The programs of this solution as they were built beside these tests.</summary>
internal static class BuiltProgram
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>How to start one with these arguments; its output is redirected.</summary>
    public static ProcessStartInfo Start(string project, string assembly, params string[] arguments)
    {
        var path = Path.Combine(Repository.Root, "src", project, "bin", Configuration, "net10.0", assembly + ".dll");
        return new ProcessStartInfo("dotnet", [path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
    }

    public static ProcessStartInfo Web(params string[] arguments) => Start("KremlinArchive.Web", "KremlinArchive.Web", arguments);

    public static ProcessStartInfo Cli(params string[] arguments) => Start("KremlinArchive.Cli", "kremlin-archive", arguments);

    /// <summary>Runs a program to its end, with a line on its standard input if it is given one.</summary>
    public static async Task<Finished> RunAsync(ProcessStartInfo start, string? input = null)
    {
        start.RedirectStandardInput = input is not null;
        using var process = Process.Start(start)!;
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input);
            process.StandardInput.Close();
        }

        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Finished(process.ExitCode, await output, await errors);
    }
}

/// <summary>What a program left when it ended.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors);
