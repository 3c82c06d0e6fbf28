namespace KremlinArchive.Search.Places;

/// <summary>How large a place is: places printed together are named in this order.</summary>
internal enum PlaceSize
{
    State,
    Region,
    Town,
    Spot,
}

/// <summary>A place that the gazetteer knows by its names in both languages.</summary>
/// <param name="Size">How large it is.</param>
/// <param name="Russian">Its Russian name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Within">Where it lies; null where the gazetteer does not say.</param>
internal sealed record KnownPlace(PlaceSize Size, string Russian, string English, KnownPlace? Within)
{
    /// <summary>True if this place lies in the other one, directly or not.</summary>
    public bool LiesIn(KnownPlace other) => Within == other || Within?.LiesIn(other) == true;
}
