using KremlinArchive.Import.Sources;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>What a record is of: the source and the time of the capture that it holds.</summary>
/// <param name="Source">The capture's source: the address that was asked for or, of this archive's own exports, what stood for one.</param>
/// <param name="Address">The address that answered.</param>
/// <param name="CapturedAt">When; null where the record says that nobody knows.</param>
/// <param name="IsDated">False if the record's date is none.</param>
internal sealed record WarcTarget(string Source, string Address, DateTimeOffset? CapturedAt, bool IsDated)
{
    private const int LongestAddress = 4000;

    /// <summary>The target of a record; null if it is no address of the site.</summary>
    public static WarcTarget? Of(WarcHeader header)
    {
        if (Checked(header.TargetUri) is not { } address)
            return null;
        var date = header.Date;
        var known = header[WarcFields.Undated] is null ? date : null;
        if (address.StartsWith(WarcFields.SourceUrn, StringComparison.Ordinal))
            return new WarcTarget(PackedName.Shown(Uri.UnescapeDataString(address[WarcFields.SourceUrn.Length..])), address, known, date is not null);

        // A copy that a web archive served is as old as the archive says, not as the visit to the archive.
        if (SiteAddress.Parse(address) is not { } site)
            return null;
        var asked = Checked(WarcHeader.Bare(header[WarcFields.AskedAddress]));
        return new WarcTarget(SiteAddress.Parse(asked) is null ? address : asked!, address, site.CapturedAt ?? known, date is not null);
    }

    /// <summary>A capture of it without bytes.</summary>
    public Capture Capture() => Of(Store.Captures.Capture.Of(Source, default));

    /// <summary>These bytes as a capture of it.</summary>
    public Capture Of(Capture bytes, HttpExchange? exchange = null) =>
        bytes with { Source = Source, CapturedAt = CapturedAt, Way = CaptureWay.Warc, Exchange = exchange };

    /// <summary>Null for what nobody can have asked for.</summary>
    private static string? Checked(string? address) => address is { Length: <= LongestAddress } && !address.Any(char.IsControl) ? address : null;

    public HttpExchange Exchange(HttpBlock http) => new(Source, Address, http.Status, UnpackedHeaders.Restore(http.Headers));
}
