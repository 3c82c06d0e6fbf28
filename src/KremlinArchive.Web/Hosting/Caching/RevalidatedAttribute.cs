namespace KremlinArchive.Web.Hosting.Caching;

/// <summary>
/// Marks a page or an address of the API whose answer follows from the archive, the reader's preferences and the address alone: who holds
/// it asks whether it is still good, and is answered 304 without its being made again. What is not marked is stored nowhere.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RevalidatedAttribute : Attribute
{
    /// <summary>True if the page shows what is today's, by Moscow's calendar.</summary>
    public bool TellsTheDay { get; init; }

    /// <summary>
    /// True if a circuit may grow out of the page. What it is started from is sealed into the page and refused five minutes later, so an older
    /// page must not come back to life.
    /// </summary>
    public bool HasLivePart { get; init; }
}
