using KremlinArchive.Records;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>A record that says: the same bytes as of an earlier capture, seen again. What it refers to may be in the archive or anywhere in the import.</summary>
internal sealed class Revisit(WarcTarget target, HttpExchange? exchange, WarcHeader header, string place)
{
    /// <summary>Where it is, for people.</summary>
    public string Place => place;

    /// <summary>The address that the earlier capture is of.</summary>
    public string Address { get; } = WarcHeader.Bare(header[WarcFields.RefersToUri]) ?? target.Address;

    /// <summary>The time of the earlier capture; null where only its digest is told.</summary>
    public DateTimeOffset? At { get; } = WarcHeader.Time(header[WarcFields.RefersToDate]);

    /// <summary>The SHA-256 of the payload in hexadecimal digits; null where another digest is told.</summary>
    public string? Sha256 { get; } = WarcDigest.Parse(header[WarcFields.PayloadDigest]) is { Value.Length: 64 } digest ? digest.Value.ToLowerInvariant() : null;

    /// <summary>True once the earlier capture was found.</summary>
    public bool IsMet { get; private set; }

    /// <summary>True if the page is of no item: nothing is missed without it.</summary>
    public bool IsOfNoItem => SiteAddress.Parse(target.Address)?.Record is null;

    /// <summary>Whatever the earlier capture can be known by.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            if (header[WarcFields.RefersTo] is { } id)
                yield return id;
            if (header[WarcFields.PayloadDigest] is { } digest)
                yield return digest;
            if (At is { } time)
                yield return KeyOf(Address, time);
        }
    }

    public static string KeyOf(string address, DateTimeOffset time) => FormattableString.Invariant($"{time.ToUnixTimeSeconds()} {address}");

    /// <summary>The capture that the revisit stands for, with the bytes of the earlier one.</summary>
    public Capture Meet(Capture earlier)
    {
        IsMet = true;
        return target.Of(earlier, exchange ?? (earlier.Exchange is { } known ? known with { Address = target.Source, FinalAddress = target.Address } : null));
    }

    /// <summary>The capture without bytes.</summary>
    public Capture Unmet() => target.Capture();
}
