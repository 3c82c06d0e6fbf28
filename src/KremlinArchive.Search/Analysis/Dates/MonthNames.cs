using System.Collections.Frozen;

namespace KremlinArchive.Search.Analysis.Dates;

/// <summary>The names of the months in their cases, and shortened, in both languages.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "январь января январе январю январем янв january jan", "февраль февраля феврале февралю февралем фев февр february feb",
        "март марта марте марту мартом march mar", "апрель апреля апреле апрелю апрелем апр april apr", "май мая мае маю маем may",
        "июнь июня июне июню июнем june jun", "июль июля июле июлю июлем july jul", "август августа августе августу августом авг august aug",
        "сентябрь сентября сентябре сентябрю сентябрем сен сент september sep sept", "октябрь октября октябре октябрю октябрем окт october oct",
        "ноябрь ноября ноябре ноябрю ноябрем ноя нояб november nov", "декабрь декабря декабре декабрю декабрем дек december dec",
    }.SelectMany((names, at) => names.Split(' ').Select(name => KeyValuePair.Create(name, at + 1))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Shortened = FrozenSet.ToFrozenSet(
        "янв фев февр апр авг сен сент окт ноя нояб дек jan feb mar apr jun jul aug sep sept oct nov dec".Split(' '), StringComparer.Ordinal);

    /// <summary>The month of a folded word, from 1; null if it is none.</summary>
    public static int? Find(string word) => Months.TryGetValue(word, out var month) ? month : null;

    /// <summary>True for a shortened month, behind which a full stop ends no sentence.</summary>
    public static bool IsShortened(string word) => Shortened.Contains(word);
}
