namespace KremlinArchive.Records;

/// <summary>The language a record is published in.</summary>
public enum Language
{
    Russian,
    English,
}

/// <summary>The two-letter codes of languages, as they stand in identities, addresses and the API.</summary>
public static class LanguageCodes
{
    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Russian => "ru",
        Language.English => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There is no such language."),
    };

    /// <summary>The other of the two languages: a record's translation is in it.</summary>
    public static Language Other(this Language language) =>
        language == Language.Russian ? Language.English : Language.Russian;

    /// <summary>The language of a code; null for any text but <c>ru</c> and <c>en</c> in lower case.</summary>
    public static Language? Parse(string? code) => code switch
    {
        "ru" => Language.Russian,
        "en" => Language.English,
        _ => null,
    };
}
