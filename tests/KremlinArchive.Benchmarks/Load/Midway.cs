using System.Diagnostics;
using System.Globalization;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>A command of the shell that is run once, when so many requests have been sent.</summary>
/// <param name="command">The command; null for none.</param>
/// <param name="at">The number of the request.</param>
internal sealed class Midway(string? command, int at)
{
    private Task running = Task.CompletedTask;

    /// <summary>Tells the number of the request that is about to be sent; each is told once.</summary>
    public void Reached(int number)
    {
        if (command is not null && number == at)
            running = RunAsync(command);
    }

    /// <summary>Waits for the command's end, where it was run.</summary>
    public Task EndedAsync() => running;

    private static async Task RunAsync(string command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]))!;
        await process.WaitForExitAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"midway: “{command}” ended with {process.ExitCode} after {clock.Elapsed.TotalSeconds:0.0} s"));
    }
}
