using System.Runtime.InteropServices;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>The processor time of the present thread: what a search costs on a machine that does other work besides. Linux only; elsewhere zero.</summary>
internal static class ThreadClock
{
    private const int ThreadTime = 3;

    public static double Milliseconds =>
        OperatingSystem.IsLinux() && ReadClock(ThreadTime, out var time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : 0;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ReadClock(int clock, out TimeOfThread time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeOfThread
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
