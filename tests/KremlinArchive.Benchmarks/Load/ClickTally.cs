using System.Collections.Concurrent;
using KremlinArchive.Benchmarks.Measuring;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>What came of all clicks.</summary>
internal sealed class ClickTally
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);

    public int Pages => times.Values.Sum(bag => bag.Count);

    public int Failures => failures.Values.Sum();

    public void Count(string kind, TimeSpan time) => times.GetOrAdd(kind, _ => []).Add(time.TotalMilliseconds);

    public void Fail(string path, Exception error) => failures.AddOrUpdate($"{path.Split('?')[0]}: {error.Message}", 1, (_, count) => count + 1);

    public void Print()
    {
        foreach (var (kind, measured) in times.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine($"{kind,-14} {new Sample(measured)}");
        if (times.Values.SelectMany(bag => bag).ToList() is { Count: > 0 } all)
            Console.WriteLine($"{"all",-14} {new Sample(all)}");
        foreach (var (failure, count) in failures.OrderByDescending(pair => pair.Value).Take(10))
            Console.WriteLine($"{count} × {failure}");
    }
}
