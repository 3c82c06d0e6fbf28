using System.Runtime.CompilerServices;
using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Results;

/// <summary>
/// What filters, orders and facets need of a segment, in memory: about a hundred bytes a record. A segment never changes, so that
/// its columns are read once, when it is first opened.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Known = [];

    // The identities in order with their documents: asking a dictionary on disk for every hit's translation costs more than the hit.
    private readonly long[] byIdentity;
    private readonly int[] documentsByIdentity;
    private readonly Dictionary<string, byte[]> norms;

    private SegmentColumns(AtomicReader segment)
    {
        Published = Numbers(segment, FieldNames.Published);
        Days = Array.ConvertAll(Published, seconds => MoscowClock.DayOf(DateTimeOffset.FromUnixTimeSeconds(seconds)).DayNumber);
        (Oldest, Newest) = Days.Length == 0 ? (0, 0) : (Days.Min(), Days.Max());
        Identities = Numbers(segment, FieldNames.Identity);
        norms = FieldNames.Searched.ToDictionary(field => field, field => Bytes(segment.GetNormValues(field), segment.MaxDoc), StringComparer.Ordinal);
        (byIdentity, documentsByIdentity) = ((long[])Identities.Clone(), [.. Enumerable.Range(0, Identities.Length)]);
        Array.Sort(byIdentity, documentsByIdentity);
        Facets = [.. FacetNames.All.Select(facet => FacetColumn.Read(segment, FieldNames.Keys(facet)).Mapped(key => CanonicalKey.Of(facet, key)))];
        AllFacets = FacetNumbers.Of(Facets, segment.MaxDoc);
        Names = [.. FacetNames.All.Select(facet => FacetKeys.HasNames(facet) ? FacetName.Read(segment, facet) : [])];
    }

    /// <summary>Seconds of the publication, by document.</summary>
    public long[] Published { get; }

    /// <summary>The number of the Moscow day of the publication, as <see cref="DateOnly.DayNumber"/> counts, by document.</summary>
    public int[] Days { get; }

    /// <summary>The first of the days; 0 without documents.</summary>
    public int Oldest { get; }

    /// <summary>The last of the days; 0 without documents.</summary>
    public int Newest { get; }

    /// <summary>Packed identities, by document.</summary>
    public long[] Identities { get; }

    /// <summary>By facet.</summary>
    public FacetColumn[] Facets { get; }

    /// <summary>All facets together, for counting.</summary>
    public FacetNumbers AllFacets { get; }

    /// <summary>The names of each facet's keys, by facet.</summary>
    public IReadOnlyList<FacetName>[] Names { get; }

    public static SegmentColumns Of(AtomicReader segment) => Known.GetValue(segment.CoreCacheKey, _ => new SegmentColumns(segment));

    /// <summary>The documents of a packed identity, deleted ones included.</summary>
    public ReadOnlySpan<int> DocumentsOf(long identity)
    {
        var at = Array.BinarySearch(byIdentity, identity);
        if (at < 0)
            return [];
        var (first, end) = (at, at + 1);
        while (first > 0 && byIdentity[first - 1] == identity)
            first--;
        while (end < byIdentity.Length && byIdentity[end] == identity)
            end++;
        return documentsByIdentity.AsSpan(first..end);
    }

    /// <summary>How long a searched field is, as its similarity packs it, by document.</summary>
    public byte[] NormsOf(string field) => norms[field];

    private static byte[] Bytes(NumericDocValues? column, int documents)
    {
        var bytes = new byte[documents];
        for (var doc = 0; column is not null && doc < documents; doc++)
            bytes[doc] = (byte)column.Get(doc);
        return bytes;
    }

    private static long[] Numbers(AtomicReader segment, string field)
    {
        var numbers = new long[segment.MaxDoc];
        if (segment.GetNumericDocValues(field) is not { } column)
            return numbers;
        for (var doc = 0; doc < numbers.Length; doc++)
            numbers[doc] = column.Get(doc);
        return numbers;
    }
}

/// <summary>A name that records print for a key of a facet, and how many of them do.</summary>
internal sealed record FacetName(string Key, Language Language, string Name, int Count)
{
    public static IReadOnlyList<FacetName> Read(AtomicReader segment, Facet facet)
    {
        var column = FacetColumn.Read(segment, FieldNames.Names(facet));
        var counts = column.CountAll();
        return [.. column.Keys.Select((text, ordinal) => Read(facet, text.Split(RecordDocument.NameSeparator), counts[ordinal]))];
    }

    private static FacetName Read(Facet facet, string[] parts, int count) =>
        new(CanonicalKey.Of(facet, parts[0]), LanguageCodes.Parse(parts[1])!.Value, CanonicalKey.Tidy(parts[2]), count);
}
