using System.Globalization;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Analysis.Dates;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>How texts speak of a date that a query names.</summary>
internal static class SaidDate
{
    /// <summary>The date that digits name, with how texts speak of it; null for a month, of which no text says 2021-12.</summary>
    public static DateNode? Of(string typed, PartialDate date)
    {
        if (date.First == date.Last)
            return PrintedDate.OfDay(date.First.Year, date.First.Month, date.First.Day) is { } day ? new DateNode(typed, date, Words(typed, day)) : null;
        if (date.First.AddYears(1).AddDays(-1) != date.Last)
            return null;
        var year = date.First.Year.ToString(CultureInfo.InvariantCulture);
        return new DateNode(typed, date, Words(year, Lexicon.Of(year, isShouted: false)));
    }

    /// <summary>The date that a compound is; null for a compound that is no single day or month.</summary>
    public static DateNode? Of(string typed, WordForms compound) =>
        compound is { Held: [], Surface: ['@', ..] } && PartialDate.Parse(compound.Surface[1..]) is { } date ? new DateNode(typed, date, Words(typed, compound)) : null;

    private static WordsNode Words(string typed, WordForms forms) => new([new AnyFormWord(typed, forms)]);
}
