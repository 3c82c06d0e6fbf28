using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Store.Listings;

/// <summary>A document that the site names and the archive does not hold.</summary>
/// <param name="Record">Its identity.</param>
/// <param name="Day">The Moscow day under which it is listed.</param>
/// <param name="Address">Its address.</param>
/// <param name="ListedAt">When a feed or list named it last.</param>
/// <param name="AskedAt">When its page was last asked for in vain; null if it was not.</param>
/// <param name="Answer">What came of it; null if it was not asked for.</param>
public sealed record Gap(RecordId Record, DateOnly Day, string Address, DateTimeOffset ListedAt, DateTimeOffset? AskedAt, ListedAnswer? Answer)
{
    /// <summary>Its place in the list of gaps.</summary>
    public GapKey Key => new(Day, Record.Collection, Record.Number);
}

/// <summary>A place in the list of gaps, which goes by day, collection and number; written <c>2024-10-05.events.75000</c>.</summary>
public sealed record GapKey(DateOnly Day, Collection Collection, int Number)
{
    /// <summary>Reads a place; null for anything else.</summary>
    public static GapKey? Parse(string? text) =>
        text?.Split('.') is [var day, var collection, var number]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && CollectionCodes.Parse(collection) is { } kept && RecordId.ParseNumber(number) is { } n
            ? new GapKey(at, kept, n)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}.{Collection.Code()}.{Number}");
}
