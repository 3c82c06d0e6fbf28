using System.Globalization;
using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Indexing;

/// <summary>A value of a facet in a record.</summary>
/// <param name="Key">The key to constrain by.</param>
/// <param name="Name">As the record prints it; null where the name does not come from records.</param>
internal readonly record struct FacetKey(string Key, string? Name);

/// <summary>The values of each facet that a record has.</summary>
internal static class FacetKeys
{
    /// <summary>No key is longer.</summary>
    public const int LongestKey = 200;

    /// <summary>True for a facet whose names come from records.</summary>
    public static bool HasNames(Facet facet) => facet is Facet.Place or Facet.Person or Facet.Country or Facet.Topic;

    public static IEnumerable<FacetKey> Of(ArchiveRecord record, Facet facet) => facet switch
    {
        Facet.Year => [new FacetKey(record.Published.Date.Year.ToString("0000", CultureInfo.InvariantCulture), null)],
        Facet.Kind => [new FacetKey(record.Kind.Key(), null)],
        Facet.Place => Place(record.Place),
        Facet.Person => Tags(record.Persons),
        Facet.Country => Tags(record.Countries),
        Facet.Topic => Tags(record.Topics),
        Facet.Language => [new FacetKey(record.Id.Language.Code(), null)],
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "There is no such facet."),
    };

    /// <summary>
    /// The key of a place: its letters and digits, small, with hyphens for what stands between. <c>Москва, Кремль</c> and
    /// <c>Москва,  Кремль.</c> are one place.
    /// </summary>
    public static string PlaceKey(string place)
    {
        var key = new StringBuilder();
        foreach (var c in Spelling.Compose(place))
        {
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLower(c, CultureInfo.InvariantCulture) is var small && small == 'ё' ? 'е' : small);
            else if (key.Length > 0 && key[^1] != '-' && !Characters.IsInvisible(c))
                key.Append('-');
        }

        return Short(key.ToString().Trim('-'));
    }

    private static IEnumerable<FacetKey> Place(string? place) =>
        place is not null && PlaceKey(place) is { Length: > 0 } key ? [new FacetKey(key, Short(place))] : [];

    private static IEnumerable<FacetKey> Tags(IReadOnlyList<Tag> tags) =>
        tags.Where(tag => tag.Key.Length > 0).Select(tag => new FacetKey(Short(tag.Key), Short(tag.Name)));

    private static string Short(string text) => text.Length <= LongestKey ? text : text[..LongestKey];
}
