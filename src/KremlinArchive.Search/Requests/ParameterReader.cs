using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Places;

namespace KremlinArchive.Search.Requests;

/// <summary>Reads single parameters and notes what is wrong with them.</summary>
internal sealed class ParameterReader
{
    /// <summary>So many values may be asked for and ruled out in one request.</summary>
    public const int MostConstraints = 200;

    private readonly ILookup<string, string> values;
    private readonly Language language;
    private readonly List<ParameterProblem> problems = [];
    private readonly List<SearchWarning> warnings = [];
    private int constraints;

    public ParameterReader(IEnumerable<KeyValuePair<string, string?>> parameters, Language language)
    {
        values = parameters.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToLookup(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        this.language = language;
    }

    public IReadOnlyList<ParameterProblem> Problems => problems;

    public IReadOnlyList<SearchWarning> Warnings => warnings;

    /// <summary>The value of a parameter that stands at most once; null where it is absent.</summary>
    public string? One(string name)
    {
        var given = values[name].Take(2).ToList();
        if (given.Count > 1)
            Refuse(name, $"Параметр {name} может стоять только один раз.", $"The parameter {name} may stand only once.");
        return given.Count == 0 ? null : given[0];
    }

    /// <summary>The query, which is never a problem: given several times, it is read as one.</summary>
    public string Query(string name)
    {
        var given = values[name].ToList();
        if (given.Count > 1)
            Warn("repeated-query", $"Параметр {name} стоит несколько раз: запросы соединены в один.", $"The parameter {name} stands several times: the queries were joined into one.");
        return string.Join(' ', given);
    }

    /// <summary>Two dates, swapped with a warning where the later one stands first.</summary>
    public (PartialDate? From, PartialDate? To) Span(string from, string to)
    {
        var (first, last) = (Date(from), Date(to));
        if (first is not { } start || last is not { } end || start.First <= end.Last)
            return (first, last);
        Warn("dates-swapped", $"Начало периода ({start}) позже конца ({end}): они поменяны местами.", $"The period began ({start}) after its end ({end}): the two were swapped.");
        return (last, first);
    }

    /// <summary>The values asked for, then the ones ruled out, each once.</summary>
    public IEnumerable<FacetConstraint> Constraints(Facet facet) =>
        [.. Values(facet, isExclusion: false), .. Values(facet, isExclusion: true)];

    public SortOrder? Sort(string name)
    {
        if (One(name) is not { } text)
            return null;
        if (SortOrderCodes.Parse(text) is { } order)
            return order;
        Refuse(name, $"Порядок {name} — relevance, newest или oldest.", $"The order {name} is relevance, newest or oldest.");
        return null;
    }

    public WordMatch Match(string name)
    {
        if (One(name) is not { } text)
            return WordMatch.All;
        if (WordMatchCodes.Parse(text) is { } match)
            return match;
        Refuse(name, $"Параметр {name} — all или any.", $"The parameter {name} is all or any.");
        return WordMatch.All;
    }

    /// <summary>What is on unless it is turned off.</summary>
    public bool Switch(string name)
    {
        if (One(name) is not { } text || text == "on")
            return true;
        if (text != "off")
            Refuse(name, $"Параметр {name} — on или off.", $"The parameter {name} is on or off.");
        return false;
    }

    public int Page(string name)
    {
        if (One(name) is not { } text)
            return 1;
        if (Whole(text) is { } page and >= 1)
            return (int)Math.Min(page, int.MaxValue); // behind any end, and as empty there
        Refuse(name, $"Номер страницы ({name}) — целое число от 1.", $"The page number ({name}) is a whole number from 1.");
        return 1;
    }

    public int Size(string name)
    {
        if (One(name) is not { } text)
            return SearchRequest.DefaultSize;
        if (Whole(text) is not { } size || size < 1)
        {
            Refuse(name, $"Размер страницы {name} — целое число от 1 до {SearchRequest.LargestSize}.", $"The size {name} is a whole number from 1 to {SearchRequest.LargestSize}.");
            return SearchRequest.DefaultSize;
        }

        if (size <= SearchRequest.LargestSize)
            return (int)size;
        Warn("size-clamped", $"На странице не больше {SearchRequest.LargestSize} документов.", $"A page holds at most {SearchRequest.LargestSize} hits.");
        return SearchRequest.LargestSize;
    }

    private IEnumerable<FacetConstraint> Values(Facet facet, bool isExclusion)
    {
        var name = new FacetConstraint(facet, "", isExclusion).Parameter;
        foreach (var value in values[name].Select(value => Known(facet, Short(value))).Distinct(StringComparer.Ordinal))
        {
            if (Problem(facet, name) is { } problem && !IsValue(facet, value))
                problems.Add(problem);
            else if (constraints++ == MostConstraints)
                Refuse(name, $"Не больше {MostConstraints} значений в одном запросе.", $"At most {MostConstraints} values in one request.");
            else if (constraints <= MostConstraints)
                yield return new FacetConstraint(facet, value, isExclusion);
        }
    }

    /// <summary>A value longer than any key finds nothing; its beginning tells it to the reader without filling the page.</summary>
    private static string Short(string value) => value.Length <= FacetKeys.LongestKey ? value : value[..(FacetKeys.LongestKey - 1)] + "…";

    /// <summary>The key of a place whichever of its keys and names is given; of all else the value itself.</summary>
    private static string Known(Facet facet, string value) =>
        facet == Facet.Place && Gazetteer.Current.Find(FacetKeys.PlaceKey(value)) is { } place ? place.Key : value;

    private ParameterProblem? Problem(Facet facet, string name) => facet switch
    {
        Facet.Language => new ParameterProblem(name, Say($"Язык {name} — ru или en.", $"The language {name} is ru or en.")),
        Facet.Year => new ParameterProblem(name, Say($"Год {name} — четыре цифры, от 0001 до 9999.", $"The year {name} is four digits from 0001 to 9999.")),
        _ => null,
    };

    private static bool IsValue(Facet facet, string value) => facet switch
    {
        Facet.Language => LanguageCodes.Parse(value) is not null,
        _ => value.Length == 4 && value.All(char.IsAsciiDigit) && value != "0000",
    };

    private PartialDate? Date(string name)
    {
        if (One(name)?.Trim() is not { } text)
            return null;
        if (PartialDate.Parse(text) is { } date)
            return date;
        Refuse(name, $"Дата {name} — год, месяц или день: 2021, 2021-12 или 2021-12-07.", $"The date {name} is a year, a month or a day: 2021, 2021-12 or 2021-12-07.");
        return null;
    }

    /// <summary>A number of digits alone, larger ones than fit as the largest that does; null for any other text.</summary>
    private static long? Whole(string text) =>
        !text.All(char.IsAsciiDigit) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : long.MaxValue;

    private void Refuse(string name, string russian, string english) => problems.Add(new ParameterProblem(name, Say(russian, english)));

    private void Warn(string code, string russian, string english) => warnings.Add(new SearchWarning(code, Say(russian, english)));

    private string Say(string russian, string english) => language == Language.Russian ? russian : english;
}
