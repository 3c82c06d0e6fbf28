using System.Collections.Concurrent;

namespace KremlinArchive.Import.Fetching.Politeness;

/// <summary>The robots.txt of each host, asked for before anything else and kept for a day.</summary>
internal sealed class RobotsFiles(TimeProvider clock, Func<Uri, Action<FetchWait>?, CancellationToken, Task<Followed>> ask)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <summary>Why an address is not to be asked for, now or ever; null if it may be.</summary>
    public async Task<FetchAnswer?> RefusalAsync(Uri address, Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        if (!known.TryGetValue(host, out var kept) || clock.GetUtcNow() - kept.At > Life)
        {
            var (rules, ending) = await ReadAsync(new Uri(host + "/robots.txt"), waiting, cancellation);
            if (rules is null)
                return ending;
            known[host] = kept = (rules, clock.GetUtcNow());
        }

        return kept.Rules.Allow(address.PathAndQuery) ? null : new FetchAnswer.Forbidden($"The robots.txt of {address.Host} asks robots not to fetch {address.AbsolutePath}.");
    }

    /// <summary>The pause that a host's file asks for; zero where it asks for none or was not read yet.</summary>
    public TimeSpan DelayOf(Uri address) => known.TryGetValue(address.GetLeftPart(UriPartial.Authority), out var kept) ? kept.Rules.Delay : TimeSpan.Zero;

    private async Task<(RobotsRules? Rules, FetchAnswer? Ending)> ReadAsync(Uri file, Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        var followed = await ask(file, waiting, cancellation);
        return followed switch
        {
            { Answer: { Status: >= 200 and < 300 } answer } => (RobotsRules.Read(answer.Body), null),

            // A site without such a file has no rules, and neither has one whose file leads astray.
            { Answer: not null } => (RobotsRules.None, null),
            { Ending: FetchAnswer.Unusable { Reason: var reason } } => (null, new FetchAnswer.Unusable($"{file} cannot be used. {reason}", OfWholeSite: true)),
            { Ending: FetchAnswer.Failed { Reason: var reason } } => (null, new FetchAnswer.Failed($"{file} did not come, and before it does nothing is asked there. {reason}")),
            _ => (null, followed.Ending),
        };
    }
}
