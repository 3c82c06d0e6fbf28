using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Web.Changes;

/// <summary>The addresses of the list of edits and of its feed.</summary>
internal static class ChangesAddress
{
    /// <summary>The parameter that filters records by language.</summary>
    public const string Language = "lang";

    /// <summary>The parameter for the change that the list goes on before.</summary>
    public const string Before = "before";

    /// <summary>The feed's path.</summary>
    public const string FeedPath = "/changes/feed";

    /// <summary>The list.</summary>
    public static string Of(Language? language, long? before = null) => Address("/changes", language, before);

    /// <summary>The feed of the same.</summary>
    public static string FeedOf(Language? language) => Address(FeedPath, language, before: null);

    private static string Address(string path, Language? language, long? before)
    {
        var query = string.Join('&', new[]
        {
            language is { } spoken ? $"{Language}={spoken.Code()}" : null,
            before is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Before}={number}") : null,
        }.OfType<string>());
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
