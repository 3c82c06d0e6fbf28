using KremlinArchive.Records;

namespace KremlinArchive.Search.Queries.Tree;

/// <summary>What a part of a query may be restricted to.</summary>
internal enum QueryField
{
    Title,
    Text,
    Place,
    Person,
    Speaker,
    Country,
    Kind,
    Topic,
    Language,
    Published,
    Before,
    After,
}

/// <summary>The names of fields as people type them.</summary>
internal static class QueryFieldNames
{
    // The first name in each language is the one that is written.
    private static readonly (QueryField Field, string[] Russian, string[] English)[] Names =
    [
        (QueryField.Title, ["заголовок", "название"], ["title"]),
        (QueryField.Text, ["текст"], ["text"]),
        (QueryField.Place, ["место", "где"], ["place", "where"]),
        (QueryField.Person, ["лицо", "персона", "кто"], ["person", "who"]),
        (QueryField.Speaker, ["говорит", "говорил", "спикер"], ["speaker", "said"]),
        (QueryField.Country, ["страна"], ["country"]),
        (QueryField.Kind, ["вид", "тип"], ["kind", "type"]),
        (QueryField.Topic, ["тема"], ["topic"]),
        (QueryField.Language, ["язык", "на", "в"], ["in", "lang", "language"]),
        (QueryField.Published, ["дата", "год", "когда"], ["date", "year", "when"]),
        (QueryField.Before, ["до"], ["before"]),
        (QueryField.After, ["после", "с"], ["after", "since"]),
    ];

    private static readonly Dictionary<string, QueryField> ByName = Names
        .SelectMany(field => field.Russian.Concat(field.English).Select(name => (name, field.Field)))
        .ToDictionary(pair => pair.name, pair => pair.Field, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field of a name; null for any other text.</summary>
    public static QueryField? Parse(string name) => ByName.TryGetValue(name, out var field) ? field : null;

    /// <summary>The name to write.</summary>
    public static string Name(this QueryField field, Language language)
    {
        var (_, russian, english) = Array.Find(Names, named => named.Field == field);
        return language == Language.Russian ? russian[0] : english[0];
    }
}
