namespace KremlinArchive.Web.Hosting.Caching;

/// <summary>
/// Marks a page or an address of the API whose answer follows from the archive, the reader's preferences and the address alone: who holds
/// it asks whether it is still good, and is answered 304 without its being made again. What is not marked is stored nowhere.
/// </summary>
/// <remarks>
/// A page that a circuit grows out of must not be marked. What starts the circuit is sealed into the page and refused five minutes later
/// (ServerComponentSerializationSettings.DataExpiration, which cannot be set), so an old page must not come back to life. Live parts of pages that
/// are marked are fetched by a script from an address that is not.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RevalidatedAttribute : Attribute
{
    /// <summary>True if the page shows what is today's, by Moscow's calendar.</summary>
    public bool TellsTheDay { get; init; }
}
