using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;

namespace KremlinArchive.Search.Places;

/// <summary>What a line of places names: one known place, or several together, with what they lie in where that belongs to their name.</summary>
internal sealed class NamedPlace
{
    private readonly KnownPlace[] parts;

    private NamedPlace(KnownPlace[] parts) => this.parts = parts;

    /// <summary>
    /// The place that is printed as these parts in some order; null where a spot stands beside another town or region than its own, since
    /// then it is another spot of that name.
    /// </summary>
    public static NamedPlace? Of(IReadOnlyCollection<KnownPlace> printed)
    {
        var parts = printed.ToHashSet();
        foreach (var spot in printed.Where(place => place.Size == PlaceSize.Spot))
        {
            if (spot.Within is { } around)
                parts.Add(around);
        }

        // A town is known without its region and state.
        foreach (var town in parts.Where(place => place.Size == PlaceSize.Town).ToList())
            parts.RemoveWhere(town.LiesIn);
        if (parts.Any(spot => spot.Size == PlaceSize.Spot && spot.Within is { } own && parts.Any(other => other.Size == own.Size && other != own && other != spot)))
            return null;
        return new NamedPlace([.. parts.OrderBy(place => place.Size).ThenBy(place => place.Russian, StringComparer.Ordinal)]);
    }

    /// <summary>Its key: the one of its Russian name.</summary>
    public string Key => FacetKeys.PlaceKey(NameIn(Language.Russian));

    /// <summary>Its name: in Russian from the largest part to the smallest, in English the other way round.</summary>
    public string NameIn(Language language) => language == Language.Russian
        ? string.Join(", ", parts.Select(place => place.Russian))
        : string.Join(", ", parts.Reverse().Select(place => place.English));
}
