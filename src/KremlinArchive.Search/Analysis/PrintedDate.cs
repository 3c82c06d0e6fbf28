using System.Collections.Frozen;
using System.Globalization;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// A date as texts print it and people type it: 7 декабря 2021 года, 7.12.2021, 2021-12-07, December 7, 2021, 7th of December 2021; or a month with its year.
/// It stands as one term, <c>@2021-12-07</c> or <c>@2021-12</c>; a day stands under its month, too.
/// </summary>
internal static class PrintedDate
{
    /// <summary>Begins a date's term.</summary>
    public const string Mark = "@";

    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "январь января январе январю январем янв january jan", "февраль февраля феврале февралю февралем фев февр february feb",
        "март марта марте марту мартом march mar", "апрель апреля апреле апрелю апрелем апр april apr", "май мая мае маю маем may",
        "июнь июня июне июню июнем june jun", "июль июля июле июлю июлем july jul", "август августа августе августу августом авг august aug",
        "сентябрь сентября сентябре сентябрю сентябрем сен сент september sep sept", "октябрь октября октябре октябрю октябрем окт october oct",
        "ноябрь ноября ноябре ноябрю ноябрем ноя нояб november nov", "декабрь декабря декабре декабрю декабрем дек december dec",
    }.SelectMany((names, at) => names.Split(' ').Select(name => KeyValuePair.Create(name, at + 1))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Shortened months, behind which a full stop ends no sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        "янв фев февр апр авг сен сент окт ноя нояб дек jan feb mar apr jun jul aug sep sept oct nov dec".Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> DaySuffixes = FrozenSet.ToFrozenSet(["st", "nd", "rd", "th", "го", "е", "ое", "му"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> YearWords = FrozenSet.ToFrozenSet(["год", "года", "году", "годом", "г", "го"], StringComparer.Ordinal);

    /// <summary>The date that begins at a word; null if none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="first">The word.</param>
    public static Compound? Find(string text, IReadOnlyList<TextWord> words, int first)
    {
        var surface = words[first].Forms.Surface;
        if (!char.IsAsciiDigit(surface[0]) && !(first + 1 < words.Count && Months.ContainsKey(surface)))
            return null;
        return new Reader(text, words, first).Read();
    }

    private static WordForms? Day(int? year, int? month, int? day) =>
        year is >= 1000 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month.Value)
            ? new WordForms(string.Create(CultureInfo.InvariantCulture, $"{Mark}{year}-{month:00}-{day:00}"), [Month(year.Value, month.Value)], [])
            : null;

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{year}-{month:00}");

    /// <summary>Goes through the words of one date.</summary>
    private ref struct Reader(string text, IReadOnlyList<TextWord> words, int start)
    {
        private readonly int first = start;
        private int at = start;

        private readonly string Surface => at < words.Count ? words[at].Forms.Surface : "";

        /// <summary>True if the word before is a shortened month.</summary>
        private readonly bool IsAbbreviated => Abbreviations.Contains(words[at - 1].Forms.Surface);

        public Compound? Read()
        {
            var forms = Dotted() ?? Iso() ?? DayFirst() ?? MonthFirst();
            if (forms is null)
                return null;
            if (at < words.Count && YearWords.Contains(Surface) && (words[at].IsJoined || IsGap(" ")))
                at++;
            return new Compound(first, at - first, forms);
        }

        /// <summary>7.12.2021, which is one word.</summary>
        private WordForms? Dotted()
        {
            var parts = Surface.Split('.');
            return parts is [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 4 } year] && Step() ? Day(Number(year), Number(month), Number(day)) ?? Back() : null;
        }

        /// <summary>2021-12-07.</summary>
        private WordForms? Iso()
        {
            if (Surface.Length != 4 || Number(Surface) is not { } year || !Step() || !IsGap("-") || Surface.Length != 2 || Number(Surface) is not { } month
                || !Step() || !IsGap("-") || Surface.Length != 2 || Number(Surface) is not { } day || !Step())
            {
                return Back();
            }

            return Day(year, month, day) ?? Back();
        }

        /// <summary>7 декабря 2021 года, 7th of December, 2021.</summary>
        private WordForms? DayFirst()
        {
            if (Surface.Length > 2 || Number(Surface) is not { } day || !Step())
                return Back();
            if (DaySuffixes.Contains(Surface) && words[at].IsJoined)
                at++;
            if (Surface == "of")
                at++;
            return MonthBehind(" -") is { } month && Year() is { } year ? Day(year, month, day) ?? Back() : Back();
        }

        /// <summary>December 7, 2021; December 2021.</summary>
        private WordForms? MonthFirst()
        {
            if (!Months.TryGetValue(Surface, out var month) || !Step())
                return Back();
            if (Year() is { } year)
                return new WordForms(PrintedDate.Month(year, month), []);
            if (Surface.Length > 2 || Number(Surface) is not { } day || !IsGap(IsAbbreviated ? " ." : " ") || !Step())
                return Back();
            if (DaySuffixes.Contains(Surface) && words[at].IsJoined)
                at++;
            return Year() is { } last ? Day(last, month, day) ?? Back() : Back();
        }

        private int? MonthBehind(string gap)
        {
            if (!IsGap(gap) || !Months.TryGetValue(Surface, out var month))
                return null;
            at++;
            return month;
        }

        /// <summary>A year of four digits behind a space, a comma, or the stop of a shortened month.</summary>
        private int? Year()
        {
            if (Surface.Length != 4 || Number(Surface) is not (>= 1000 and <= 2999 and var year) || !IsGap(IsAbbreviated ? " ,-." : " ,-"))
                return null;
            at++;
            return year;
        }

        private bool Step()
        {
            at++;
            return true;
        }

        private WordForms? Back()
        {
            at = first;
            return null;
        }

        /// <summary>True if between the last word and this one stands nothing but these marks, of which a space is any and a hyphen is any.</summary>
        private readonly bool IsGap(string marks)
        {
            if (at == words.Count)
                return false;
            var gap = text.AsSpan(words[at - 1].End..words[at].Start);
            foreach (var c in gap)
            {
                var mark = char.IsWhiteSpace(c) ? ' ' : Characters.IsHyphen(c) ? '-' : c;
                if (!marks.Contains(mark, StringComparison.Ordinal))
                    return false;
            }

            return gap.Length is > 0 and <= 3;
        }

        private static int? Number(string digits) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
