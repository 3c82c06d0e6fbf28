using System.Collections.Concurrent;
using System.Globalization;
using KremlinArchive.Import.Fetching.Politeness;
using KremlinArchive.Import.Fetching.Safety;
using KremlinArchive.Import.Sources;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Import.Fetching;

/// <summary>
/// Asks sites for pages, safely and politely: allowed hosts only, redirects followed by hand, robots.txt heeded, one request at a time with a pause
/// after it, patience with what fails. Share one among all who fetch in a process: it keeps the pauses.
/// </summary>
public sealed class SiteClient : IDisposable
{
    private const int MostRedirects = 5;

    private readonly FetchSettings settings;
    private readonly TimeProvider clock;
    private readonly AllowedHosts hosts;
    private readonly SiteConnection connection;
    private readonly RobotsFiles robots;
    private readonly ConcurrentDictionary<string, SiteTurn> turns = new(StringComparer.Ordinal);

    public SiteClient(FetchSettings settings, TimeProvider clock)
        : this(settings, clock, Network.Real)
    {
    }

    internal SiteClient(FetchSettings settings, TimeProvider clock, Network network)
    {
        this.settings = settings;
        this.clock = clock;
        hosts = new AllowedHosts(settings.Hosts);
        connection = new SiteConnection(settings, clock, network);
        robots = new RobotsFiles(clock, (address, waiting, cancellation) => FollowAsync(address, obeying: false, waiting, cancellation));
    }

    /// <summary>How often a page is asked for that does not come, or is refused.</summary>
    internal int Tries => settings.Tries;

    /// <summary>Why an address would never be asked for, in a sentence; null if it may be.</summary>
    public string? Problem(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? hosts.Refusal(uri) : $"'{address}' is not an address.";

    /// <summary>Until when a site that has refused is not asked; null if it may be asked.</summary>
    public DateTimeOffset? HeldUntil(string address) => TurnOf(new Uri(address)).HeldUntil is var until && until > clock.GetUtcNow() ? until : null;

    /// <summary>Lets nothing be asked of the address's site before a time.</summary>
    public void Hold(string address, DateTimeOffset until) => TurnOf(new Uri(address)).Hold(until);

    /// <summary>Keeps the pauses that are not over for the next program that fetches: it would know nothing of this one's last request.</summary>
    internal async Task RestAsync(SiteHolds holds)
    {
        var now = clock.GetUtcNow();
        foreach (var (site, turn) in turns.Where(turn => turn.Value.PausedUntil > now))
            await holds.NotePauseAsync(new SiteHold($"http://{site}/", turn.PausedUntil, "Its last request was a moment ago."), CancellationToken.None);
    }

    /// <summary>Asks for a page and waits for whatever has to be waited for; after a refusal it is for the asker to ask again.</summary>
    /// <param name="waiting">Told of each wait; null if nobody wants to know.</param>
    public async Task<FetchAnswer> FetchAsync(string address, Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        if (Problem(address) is { } problem)
            return new FetchAnswer.Forbidden(problem);
        var followed = await FollowAsync(new Uri(address), obeying: true, waiting, cancellation);
        return followed.Ending ?? Conclude(address, followed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        foreach (var turn in turns.Values)
            turn.Dispose();
    }

    /// <summary>Asks and follows redirects, each of which is checked like the address itself.</summary>
    private async Task<Followed> FollowAsync(Uri address, bool obeying, Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (obeying && await robots.RefusalAsync(address, waiting, cancellation) is { } refusal)
                return Followed.To(OfTarget(refusal, redirects));
            if (obeying)
                TurnOf(address).LeastPause = robots.DelayOf(address);
            var (answer, ending) = await AskPatientlyAsync(address, waiting, cancellation);
            if (ending is not null)
                return Followed.To(OfTarget(ending, redirects));
            if (answer!.Status is not (301 or 302 or 303 or 307 or 308) || answer.Header("Location") is not { } location)
                return new Followed(address, answer, null);
            if (redirects == MostRedirects)
                return Followed.To(new FetchAnswer.Unusable(Message.Of($"It redirects more than {MostRedirects} times, at last to {location}.")));
            if (!Uri.TryCreate(address, location, out var next))
                return Followed.To(new FetchAnswer.Unusable($"It redirects to '{location}', which is no address."));
            if (hosts.Refusal(next) is { } foreign)
                return Followed.To(new FetchAnswer.Unusable($"It redirects to {next}. {foreign}"));
            address = next;
        }
    }

    /// <summary>Where a redirect led says nothing of the site that was asked.</summary>
    private static FetchAnswer OfTarget(FetchAnswer ending, int redirects) =>
        redirects > 0 && ending is FetchAnswer.Unusable unusable ? unusable with { OfWholeSite = false } : ending;

    /// <summary>Asks, and asks again after what passes: lost answers and overloaded servers.</summary>
    private async Task<(Asked.Answer? Answer, FetchAnswer? Ending)> AskPatientlyAsync(Uri address, Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        var turn = TurnOf(address);
        for (var tries = 1; ; tries++)
        {
            Asked asked;
            using (await turn.TakeAsync(until => waiting?.Invoke(new FetchWait(address.AbsoluteUri, until)), cancellation))
                asked = await connection.AskAsync(address, cancellation);
            var ending = Judge(asked, address, turn, tries);
            if (ending is null)
                return ((Asked.Answer)asked, null);
            if (tries >= settings.Tries || ending is not FetchAnswer.Failed)
                return (null, ending);
        }
    }

    /// <summary>What an answer means for the turns at the site; null if it is one to go on with.</summary>
    private FetchAnswer? Judge(Asked asked, Uri address, SiteTurn turn, int tries)
    {
        var now = clock.GetUtcNow();
        if (asked is Asked.Fault fault)
        {
            if (fault.Kind != FaultKind.Passing)
                return new FetchAnswer.Unusable(fault.Reason, fault.Kind == FaultKind.OfHost);
            turn.Hold(now + RetryAfter.After(tries, null, now));
            return new FetchAnswer.Failed(fault.Reason);
        }

        var answer = (Asked.Answer)asked;
        var asksFor = RetryAfter.Read(answer.Header("Retry-After"), now);
        var isWaitedFor = asksFor is null || asksFor <= RetryAfter.Longest;
        FetchAnswer.Refused Refuse(TimeSpan least, string reason)
        {
            var wait = RetryAfter.After(++turn.Refusals, answer.Header("Retry-After"), now);
            turn.Hold(now + (wait > least ? wait : least));
            return new FetchAnswer.Refused(new SiteHold(address.GetLeftPart(UriPartial.Authority) + "/", turn.HeldUntil, reason), isWaitedFor);
        }

        // A web archive gives a copy with the status that the site had: it is not the archive's own word.
        switch (IsCopy(address, answer) ? 200 : answer.Status)
        {
            case 401 or 403 or 451:
                return Refuse(settings.RefusalPause, Message.Of($"{address.Host} refuses to answer ({answer.Status})."));
            case 429:
                return Refuse(TimeSpan.Zero, $"{address.Host} wants to be asked less often (429).");
            case >= 500 when !isWaitedFor:
                return Refuse(TimeSpan.Zero, Message.Of($"{address.Host} fails and wants to be left alone ({answer.Status})."));
            case 407 or 408 or 425 or >= 500:
                turn.Hold(now + RetryAfter.After(tries, answer.Header("Retry-After"), now));
                return new FetchAnswer.Failed(Message.Of($"{address.Host} failed ({answer.Status})."));
            default:
                turn.Refusals = 0;
                return null;
        }
    }

    private static bool IsCopy(Uri address, Asked.Answer answer) => FetchAddress.IsOfArchive(address) && answer.Header("Memento-Datetime") is not null;

    private FetchAnswer Conclude(string address, Followed followed)
    {
        var answer = followed.Answer!;
        var capture = Capture.Of(address, answer.Body, CapturedAt(followed.Address, answer)) with
        {
            Way = CaptureWay.Fetch,
            Exchange = new HttpExchange(address, followed.Address.AbsoluteUri, answer.Status, answer.Headers),
        };
        return answer.Status switch
        {
            >= 200 and < 300 => new FetchAnswer.Page(capture),
            404 or 410 => new FetchAnswer.Absent(capture),
            _ => new FetchAnswer.Unusable(Message.Of($"{followed.Address.Host} answers with {answer.Status}, which is neither a page nor the word that there is none.")),
        };
    }

    /// <summary>When the site served the page: now, or when a web archive took its copy. The archive may redirect to another copy than was asked for.</summary>
    private static DateTimeOffset? CapturedAt(Uri final, Asked.Answer answer)
    {
        if (!FetchAddress.IsOfArchive(final))
            return answer.At;
        return SiteAddress.Parse(final.AbsoluteUri)?.CapturedAt
            ?? (DateTimeOffset.TryParseExact(answer.Header("Memento-Datetime"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken) ? taken : null);
    }

    private SiteTurn TurnOf(Uri address) => turns.GetOrAdd(SiteTurn.SiteOf(address), _ => new SiteTurn(settings, clock));
}

/// <summary>Where redirects led, and what was answered there; or what ended the way.</summary>
internal sealed record Followed(Uri Address, Asked.Answer? Answer, FetchAnswer? Ending)
{
    public static Followed To(FetchAnswer ending) => new(new Uri("about:blank"), null, ending);
}
