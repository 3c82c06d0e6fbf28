using KremlinArchive.Records;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Wording;

/// <summary>Counted nouns: «1 документ, 2 документа, 5 документов», "1 document, 2 documents".</summary>
internal static class Numerals
{
    /// <summary>The number with its noun; the words are <c>noun.one</c>, <c>noun.few</c> and <c>noun.many</c>.</summary>
    public static string Count(this IStringLocalizer<Words> words, string noun, long number) => words[$"{noun}.{Form(number)}", number];

    private static string Form(long number) => InterfaceLanguage.Current == Language.English
        ? number == 1 ? "one" : "many"
        : (number % 100, number % 10) switch
        {
            ( >= 11 and <= 14, _) => "many",
            (_, 1) => "one",
            (_, >= 2 and <= 4) => "few",
            _ => "many",
        };
}
