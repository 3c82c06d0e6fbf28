using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Fetching;

/// <summary>Whom the archive may ask, how politely, and how long it waits.</summary>
public sealed record FetchSettings
{
    /// <summary>Hosts that may be asked; <c>*.kremlin.ru</c> is any below kremlin.ru, but not itself.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["kremlin.ru", "*.kremlin.ru", "web.archive.org"];

    /// <summary>Where whoever runs the site can complain, an address of the web or of mail: told with every request. Null tells nothing.</summary>
    public string? Contact { get; init; }

    /// <summary>The shortest time between two requests to one site.</summary>
    public TimeSpan LeastPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest one: each pause is a random time between the two.</summary>
    public TimeSpan MostPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long nothing is asked of a site that has refused an answer (403).</summary>
    public TimeSpan RefusalPause { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>How long one answer may take, to its last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a page is asked for that does not come, or is refused.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The proxy through which everything is asked; null for none. The environment's own is never used unasked.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The most bytes of an answer, packed and unpacked.</summary>
    public long LargestAnswer { get; init; } = Capture.LargestWhole;
}
