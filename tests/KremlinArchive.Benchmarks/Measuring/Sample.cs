using System.Globalization;

namespace KremlinArchive.Benchmarks.Measuring;

/// <summary>Times of one thing measured many times, in milliseconds.</summary>
internal sealed class Sample(IEnumerable<double> times)
{
    private readonly double[] sorted = [.. times.Order()];

    /// <summary>The time that this share of the measurements did not exceed.</summary>
    public double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    /// <summary><c>p50 1.2 · p95 3.4 · p99 5.6 · max 9.9 ms (n = 500)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"p50 {At(0.5):0.0} · p95 {At(0.95):0.0} · p99 {At(0.99):0.0} · max {sorted[^1]:0.0} ms (n = {sorted.Length})");
}
