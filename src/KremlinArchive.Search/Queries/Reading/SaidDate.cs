using System.Globalization;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>How texts speak of a date that a query names.</summary>
internal static class SaidDate
{
    /// <summary>The words to look for; null for a month, which texts name in words only.</summary>
    public static WordsNode? Of(PartialDate date)
    {
        if (date.First.AddYears(1).AddDays(-1) != date.Last)
            return null;
        var year = date.First.Year.ToString(CultureInfo.InvariantCulture);
        return new WordsNode([new AnyFormWord(year, Lexicon.Of(year, isShouted: false))]);
    }
}
