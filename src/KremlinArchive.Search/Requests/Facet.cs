namespace KremlinArchive.Search.Requests;

/// <summary>A side by which results are counted and narrowed, in the order in which answers list them.</summary>
public enum Facet
{
    Year,
    Kind,
    Place,
    Person,
    Country,
    Topic,
    Language,
}

/// <summary>The names of facets.</summary>
public static class FacetNames
{
    /// <summary>Every facet, in the order of answers.</summary>
    public static IReadOnlyList<Facet> All { get; } = Enum.GetValues<Facet>();

    /// <summary>The facet's name in answers: <c>year</c> … <c>language</c>.</summary>
    public static string Name(this Facet facet) => facet switch
    {
        Facet.Year => "year",
        Facet.Kind => "kind",
        Facet.Place => "place",
        Facet.Person => "person",
        Facet.Country => "country",
        Facet.Topic => "topic",
        Facet.Language => "language",
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "There is no such facet."),
    };

    /// <summary>The facet of a name; null for any other text.</summary>
    public static Facet? Parse(string? name) => All.Where(facet => facet.Name() == name).Select(facet => (Facet?)facet).FirstOrDefault();

    /// <summary>The parameter that constrains the facet; its name, except that the language's is <c>lang</c>.</summary>
    public static string Parameter(this Facet facet) => facet == Facet.Language ? "lang" : facet.Name();
}
