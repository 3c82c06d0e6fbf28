namespace KremlinArchive.Import.Warc;

/// <summary>The names of the fields of WARC records, as ISO 28500 gives them, and the few that this archive adds.</summary>
internal static class WarcFields
{
    public const string Type = "WARC-Type", RecordId = "WARC-Record-ID", Date = "WARC-Date", Length = "Content-Length", ContentType = "Content-Type";

    public const string TargetUri = "WARC-Target-URI", BlockDigest = "WARC-Block-Digest", PayloadDigest = "WARC-Payload-Digest";

    public const string Truncated = "WARC-Truncated", Segment = "WARC-Segment-Number";

    public const string RefersTo = "WARC-Refers-To", RefersToUri = "WARC-Refers-To-Target-URI", RefersToDate = "WARC-Refers-To-Date";

    public const string InfoId = "WARC-Warcinfo-ID";

    /// <summary>The address that was asked for, where a redirect led to the record's own.</summary>
    public const string AskedAddress = "X-Kremlin-Archive-Asked-Address";

    /// <summary>Says of a record without a capture time that its date is the one of its arrival.</summary>
    public const string Undated = "X-Kremlin-Archive-Undated";

    /// <summary>Before the name of an HTTP header that tells how a body came, where the body is kept unpacked.</summary>
    public const string Unpacked = "X-Kremlin-Archive-Orig-";

    /// <summary>Before the percent-encoded source of a capture that has no address.</summary>
    public const string SourceUrn = "urn:kremlin-archive:source:";
}
