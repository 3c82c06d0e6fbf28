using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>The memory of a process of .NET over time: resident, as the system sees it, and the heap, as the process itself counts it.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private const string Runtime = "System.Runtime";
    private readonly Process process;
    private readonly EventPipeSession session;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<MemorySample> samples = [];

    private MemoryWatch(int id, int seconds)
    {
        process = Process.GetProcessById(id);
        session = new DiagnosticsClient(id).StartEventPipeSession(
            [new EventPipeProvider(Runtime, EventLevel.Informational, arguments: new Dictionary<string, string> { ["EventCounterIntervalSec"] = seconds.ToString(CultureInfo.InvariantCulture) })],
            requestRundown: false);
        var events = new EventPipeEventSource(session.EventStream);
        events.Dynamic.All += Hear;
        new Thread(() => events.Process()) { IsBackground = true }.Start();
    }

    /// <summary>Watches a process until disposed.</summary>
    /// <param name="seconds">How often it is looked at.</param>
    public static MemoryWatch Begin(int id, int seconds) => new(id, seconds);

    /// <summary>Writes some of the samples, evenly spread, and how the second half compares with the first.</summary>
    public void Print()
    {
        lock (samples)
        {
            if (samples.Count < 2)
            {
                Console.WriteLine("memory: the process told too little to say anything.");
                return;
            }

            foreach (var sample in samples.Where((_, at) => at % Math.Max(1, samples.Count / 10) == 0 || at == samples.Count - 1))
                Console.WriteLine(sample);
            var half = samples.Count / 2;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"first half: {samples.Take(half).Average(sample => sample.Resident):0} MB resident, heap {samples.Take(half).Average(sample => sample.Heap):0} MB; second half: {samples.Skip(half).Average(sample => sample.Resident):0} MB, heap {samples.Skip(half).Average(sample => sample.Heap):0} MB"));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        process.Dispose();
    }

    private void Hear(TraceEvent heard)
    {
        if (heard.ProviderName != Runtime || heard.EventName != "EventCounters" || heard.PayloadValue(0) is not IDictionary<string, object> outer
            || outer["Payload"] is not IDictionary<string, object> counter || counter["Name"] as string != "gc-heap-size")
            return;
        process.Refresh();
        lock (samples)
            samples.Add(new MemorySample(clock.Elapsed, process.WorkingSet64 / 1e6, Convert.ToDouble(counter["Mean"], CultureInfo.InvariantCulture)));
    }
}

/// <summary>Memory at a moment, in megabytes.</summary>
internal sealed record MemorySample(TimeSpan At, double Resident, double Heap)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.TotalSeconds,6:0} s  {Resident,6:0} MB resident  {Heap,6:0} MB heap");
}
