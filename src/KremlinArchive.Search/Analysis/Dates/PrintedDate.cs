using System.Globalization;

namespace KremlinArchive.Search.Analysis.Dates;

/// <summary>
/// A date as texts print it and people type it: 7 декабря 2021 года, 7–9 декабря 2021 г., 7.12.2021, 2021-12-07, December 7, 2021, 7th of December 2021; or a month with
/// its year. It stands as one term, <c>@2021-12-07</c> or <c>@2021-12</c>; a day stands under its month, too, and several days under each.
/// </summary>
internal static class PrintedDate
{
    /// <summary>Begins a date's term.</summary>
    public const string Mark = "@";

    /// <summary>The date that begins at a word; null if none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="first">The word.</param>
    public static Compound? Find(string text, IReadOnlyList<TextWord> words, int first)
    {
        var forms = words[first].Forms;
        if (!forms.IsNumber && (first + 1 == words.Count || !forms.IsMonth))
            return null;
        return new DateReader(text, words, first).Read();
    }

    /// <summary>What a month stands as.</summary>
    public static WordForms OfMonth(int year, int month) => new(Term(year, month), []);

    /// <summary>What a day stands as; null if there is no such day.</summary>
    public static WordForms? OfDay(int? year, int? month, int? day) =>
        year is { } y && month is >= 1 and <= 12 and var m && day is { } d && IsDay(y, m, d) ? new WordForms(Term(y, m, d), [Term(y, m)], AskNothingElse) : null;

    /// <summary>What several days of one month stand as; null if they are none.</summary>
    public static WordForms? OfDays(int year, int month, int first, int last) => last > first && IsDay(year, month, first) && IsDay(year, month, last)
        ? new WordForms(Term(year, month, first), [.. Enumerable.Range(first + 1, last - first).Select(day => Term(year, month, day)), Term(year, month)], AskNothingElse)
        : null;

    /// <summary>What stands as one of two days, since the order of day and month is not known.</summary>
    public static WordForms? Either(WordForms? one, WordForms? other) => one is null || other is null || one.Surface == other.Surface
        ? one ?? other
        : new WordForms(one.Surface, [other.Surface, .. one.Held, .. other.Held], _ => [other.Surface]);

    private static IReadOnlyList<string> AskNothingElse(WordForms day) => [];

    private static bool IsDay(int year, int month, int day) => year is >= 1000 and <= 2999 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static string Term(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{year}-{month:00}");

    private static string Term(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{year}-{month:00}-{day:00}");
}
