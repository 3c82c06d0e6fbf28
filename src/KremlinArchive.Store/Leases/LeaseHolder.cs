using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KremlinArchive.Store.Leases;

/// <summary>Names processes so that another of the same machine can tell whether they still run: a machine, a number on it, and when that began.</summary>
internal static class LeaseHolder
{
    private static readonly string Machine = MachineName();

    /// <summary>This process.</summary>
    public static string Own { get; } = string.Create(CultureInfo.InvariantCulture, $"{Machine} {Environment.ProcessId} {StartOf(Process.GetCurrentProcess())}");

    /// <summary>True if the holder is a process of this machine that is no more, as after a kill.</summary>
    public static bool HasEnded(string holder)
    {
        if (holder.Split(' ') is not [var machine, var id, var start, ..] || machine != Machine || !int.TryParse(id, CultureInfo.InvariantCulture, out var number))
            return false;
        try
        {
            using var process = Process.GetProcessById(number);
            return StartOf(process) != start;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    /// <summary>On Linux the same machine is only that of the same start and with the same numbering of processes: containers may share a name.</summary>
    private static string MachineName()
    {
        var name = Environment.MachineName.Replace(' ', '-');
        if (!OperatingSystem.IsLinux())
            return name;
        try
        {
            return $"{name}/{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}/{new FileInfo("/proc/self/ns/pid").LinkTarget}";
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return name;
        }
    }

    /// <summary>When a process began; on Linux as the kernel counts it, since a date made of that moves with the clock.</summary>
    private static string StartOf(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux()
                ? TicksIn(File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/stat")))
                : process.StartTime.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        }
        catch (Exception denied) when (denied is InvalidOperationException or Win32Exception or IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }

    /// <summary>The 22nd field; the second is the program's name in brackets, which may hold anything.</summary>
    internal static string TicksIn(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
}
