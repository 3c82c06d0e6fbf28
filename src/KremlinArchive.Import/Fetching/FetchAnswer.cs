using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Import.Fetching;

/// <summary>What came of asking for a page, with all redirects followed and all tries made.</summary>
public abstract record FetchAnswer
{
    private FetchAnswer()
    {
    }

    /// <summary>The page, as it came.</summary>
    public sealed record Page(Capture Capture) : FetchAnswer;

    /// <summary>The server says that there is no such page (404 or 410); its answer is the evidence.</summary>
    public sealed record Absent(Capture Capture) : FetchAnswer;

    /// <summary>The site's rules for robots, or the archive's own for addresses, forbid to ask.</summary>
    /// <param name="Reason">A sentence for admins.</param>
    public sealed record Forbidden(string Reason) : FetchAnswer;

    /// <summary>An answer came that is not to be read, or leads where nothing is fetched from. Asking again would not help.</summary>
    /// <param name="OfWholeSite">True if so it is with every page of the site, until somebody mends that.</param>
    public sealed record Unusable(string Reason, bool OfWholeSite = false) : FetchAnswer;

    /// <summary>No answer came, or the server was at fault. It may be this page's failure or the whole site's.</summary>
    public sealed record Failed(string Reason) : FetchAnswer;

    /// <summary>The site refuses to answer (403, 429, or 503 for hours): it says nothing about the page.</summary>
    /// <param name="Hold">The host that refused, which a redirect may have led to, and until when it is left alone.</param>
    /// <param name="IsWaitedFor">False if it asks for more patience than a run has.</param>
    public sealed record Refused(SiteHold Hold, bool IsWaitedFor) : FetchAnswer
    {
        public string Reason => Hold.Reason;

        /// <summary>Before this time it is not asked again.</summary>
        public DateTimeOffset Until => Hold.Until;
    }
}

/// <summary>Somebody waits for a site.</summary>
/// <param name="Address">What is to be asked for; null while another run or program fetches, which has to end first.</param>
/// <param name="Until">When it will be; where another fetches, when it is looked again.</param>
public sealed record FetchWait(string? Address, DateTimeOffset Until);
