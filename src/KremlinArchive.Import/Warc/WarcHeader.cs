using System.Globalization;
using KremlinArchive.Import.Warc.Reading;

namespace KremlinArchive.Import.Warc;

/// <summary>What a WARC record says of itself before its block.</summary>
internal sealed class WarcHeader
{
    private const int LongestLine = 64 * 1024, LongestHeader = 256 * 1024, MostFields = 1000;

    private readonly List<KeyValuePair<string, string>> fields;

    private WarcHeader(List<KeyValuePair<string, string>> fields, long length)
    {
        this.fields = fields;
        Length = length;
    }

    /// <summary>How many bytes the block has.</summary>
    public long Length { get; }

    /// <summary><c>response</c>, <c>revisit</c> …; empty where the record does not say.</summary>
    public string Type => this[WarcFields.Type]?.ToLowerInvariant() ?? "";

    /// <summary>The address that the record is of; null for none.</summary>
    public string? TargetUri => Bare(this[WarcFields.TargetUri]);

    /// <summary>When the record was made; null where it says nothing that is a time.</summary>
    public DateTimeOffset? Date => Time(this[WarcFields.Date]);

    /// <summary>The first field of a name, in whatever case; null for none.</summary>
    public string? this[string name] => fields.FirstOrDefault(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads a header up to the empty line after it.</summary>
    /// <exception cref="WarcDamageException">There is none, or it is longer than any may be.</exception>
    public static WarcHeader Read(WarcBytes bytes)
    {
        var version = bytes.ReadLine(LongestLine) ?? "";
        if (!version.StartsWith("WARC/1.", StringComparison.Ordinal) && version is not ("WARC/0.17" or "WARC/0.18"))
            throw new WarcDamageException("No record begins there.");
        var fields = new List<KeyValuePair<string, string>>();
        var read = 0;
        while (bytes.ReadLine(LongestLine) is { Length: > 0 } line)
        {
            if ((read += line.Length) > LongestHeader || fields.Count == MostFields)
                throw new WarcDamageException("The record's header is longer than any may be.");
            if (line[0] is ' ' or '\t' && fields.Count > 0)
                fields[^1] = new(fields[^1].Key, $"{fields[^1].Value} {line.Trim()}");
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            else
                throw new WarcDamageException("The record's header has a line that is no field.");
        }

        var length = fields.FirstOrDefault(field => field.Key.Equals(WarcFields.Length, StringComparison.OrdinalIgnoreCase)).Value;
        return long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new WarcHeader(fields, number)
            : throw new WarcDamageException("The record does not say how long it is.");
    }

    /// <summary>An address without the angle brackets that some programs put around it.</summary>
    public static string? Bare(string? address) => address?.TrimStart('<').TrimEnd('>');

    /// <summary>A time as WARC writes it, to the second or finer; null for anything else.</summary>
    public static DateTimeOffset? Time(string? text) =>
        text is { Length: >= 20 and <= 40 } && text[10] == 'T'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
