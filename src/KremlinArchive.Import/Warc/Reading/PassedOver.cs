using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>Counts the records of a WARC file that are no pages of the site; a line on each would bury the others.</summary>
internal sealed class PassedOver
{
    /// <summary>Of other sites.</summary>
    public long Hosts { get; set; }

    /// <summary>Pictures, scripts and the like.</summary>
    public long Types { get; set; }

    /// <summary>Requests, metadata and the like.</summary>
    public long Other { get; set; }

    /// <summary>A sentence; null where nothing was passed over.</summary>
    public string? Sentence => Hosts + Types + Other == 0
        ? null
        : Message.Of($"Passed over: {Hosts} records of other sites, {Types} of the site that are no pages by their type, {Other} requests and other records.");

    public void Add(PassedOver more)
    {
        Hosts += more.Hosts;
        Types += more.Types;
        Other += more.Other;
    }
}
