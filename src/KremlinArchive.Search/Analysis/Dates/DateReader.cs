using System.Globalization;

namespace KremlinArchive.Search.Analysis.Dates;

/// <summary>Reads the one date that begins at a word, word by word; each spelling is tried from the beginning.</summary>
internal ref struct DateReader(string text, IReadOnlyList<TextWord> words, int start)
{
    private const int LongestGap = 3, Century = 50;

    private readonly int first = start;
    private int at = start;

    private readonly string Surface => at < words.Count ? words[at].Forms.Surface : "";

    public Compound? Read()
    {
        var forms = Dotted() ?? YearFirst() ?? Slashed() ?? DayFirst() ?? MonthFirst();
        if (forms is null)
            return null;
        if (Surface is "год" or "года" or "году" or "годом" or "г" or "го" && (words[at].IsJoined || IsBehind(" ")))
            at++;
        return new Compound(first, at - first, forms);
    }

    /// <summary>7.12.2021 or 07.12.21, which are one word.</summary>
    private WordForms? Dotted()
    {
        var parts = Surface.Split('.');
        if (parts is not [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 4 } or { Length: 2 }] || (parts[2].Length == 2 && Surface.Length < 8))
            return null;
        at++;
        var year = Number(parts[2]);
        return PrintedDate.OfDay(year < 100 ? year + (year < Century ? 2000 : 1900) : year, Number(month), Number(day)) ?? Back();
    }

    /// <summary>2021-12-07.</summary>
    private WordForms? YearFirst()
    {
        var year = Digits(4, 4);
        var month = year is null || !IsBehind("-/") ? null : Digits(2, 2);
        var day = month is null || !IsBehind("-/") ? null : Digits(2, 2);
        return PrintedDate.OfDay(year, month, day) ?? Back();
    }

    /// <summary>7/12/2021, of which no one knows whether the month or the day comes first.</summary>
    private WordForms? Slashed()
    {
        var one = Digits(1, 2);
        var other = one is null || !IsBehind("/") ? null : Digits(1, 2);
        var year = other is null || !IsBehind("/") ? null : Digits(4, 4);
        return PrintedDate.Either(PrintedDate.OfDay(year, other, one), PrintedDate.OfDay(year, one, other)) ?? Back();
    }

    /// <summary>7 декабря 2021 года, 7–9 декабря 2021 года, 7th of December, 2021.</summary>
    private WordForms? DayFirst()
    {
        if (Digits(1, 2) is not { } day)
            return null;
        SkipSuffix();
        var last = OtherDay();
        if (Surface == "of")
            at++;
        if (!IsBehind(" -") || MonthNames.Find(Surface) is not { } month)
            return Back();
        at++;
        if (Year() is not { } year)
            return Back();
        return (last is { } until ? PrintedDate.OfDays(year, month, day, until) : PrintedDate.OfDay(year, month, day)) ?? Back();
    }

    /// <summary>December 7, 2021; December 7–9, 2021; December 2021.</summary>
    private WordForms? MonthFirst()
    {
        if (MonthNames.Find(Surface) is not { } month)
            return null;
        at++;
        if (Year() is { } alone)
            return PrintedDate.OfMonth(alone, month);
        if (!IsBehind(IsShortened() ? " ." : " ") || Digits(1, 2) is not { } day)
            return Back();
        SkipSuffix();
        var last = OtherDay();
        if (Year() is not { } year)
            return Back();
        return (last is { } until ? PrintedDate.OfDays(year, month, day, until) : PrintedDate.OfDay(year, month, day)) ?? Back();
    }

    /// <summary>The last of several days: 7–9, 7 и 8.</summary>
    private int? OtherDay()
    {
        var before = at;
        if (Surface is "и" or "and")
            at++;
        if (IsBehind(at > before ? " " : "-") && Digits(1, 2) is { } day)
        {
            SkipSuffix();
            return day;
        }

        at = before;
        return null;
    }

    /// <summary>A year of four digits behind a space, a comma, or the stop of a shortened month.</summary>
    private int? Year() => IsBehind(IsShortened() ? " ,-." : " ,-") ? Digits(4, 4) : null;

    private int? Digits(int least, int most)
    {
        if (Surface.Length < least || Surface.Length > most || Number(Surface) is not { } number)
            return null;
        at++;
        return number;
    }

    private void SkipSuffix()
    {
        if (Surface is "st" or "nd" or "rd" or "th" or "го" or "е" or "ое" or "му" && words[at].IsJoined)
            at++;
    }

    private readonly bool IsShortened() => MonthNames.IsShortened(words[at - 1].Forms.Surface);

    private WordForms? Back()
    {
        at = first;
        return null;
    }

    /// <summary>True if nothing but these marks stands between the last word and this one; a space is any space and a hyphen any dash.</summary>
    private readonly bool IsBehind(string marks)
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

        return gap.Length is > 0 and <= LongestGap;
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
