using KremlinArchive.Records;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>How a query was read where it could not be taken as it stood, each thing once.</summary>
internal sealed class QueryNotes(Language language)
{
    private readonly List<SearchWarning> warnings = [];

    public IReadOnlyList<SearchWarning> Warnings => [.. warnings.DistinctBy(warning => warning.Code)];

    public void QueryCut() => Note(
        "query-cut",
        $"Запрос слишком длинный: учтены первые {QueryReader.MostWords} слова и {SearchRequest.LongestQuery} знаков.",
        $"The query is too long: its first {QueryReader.MostWords} words and {SearchRequest.LongestQuery} characters were read.");

    public void NoWords() => Note("no-words", "В запросе нет слов: показано всё.", "The query has no words: everything is shown.");

    public void UnbalancedQuotes() => Note("unbalanced-quotes", "Кавычка без пары не учтена.", "A quotation mark without its pair was left out.");

    public void UnbalancedBrackets() => Note("unbalanced-brackets", "Скобка без пары не учтена.", "A bracket without its pair was left out.");

    public void TooDeep() => Note("too-deep", $"Скобки глубже {QueryReader.DeepestBracket} уровней не учтены.", $"Brackets deeper than {QueryReader.DeepestBracket} levels were left out.");

    public void LoneOperator(string word) => Note("lone-operator", $"У «{word}» нет слова, к которому оно относится: не учтено.", $"“{word}” has no word to apply to and was left out.");

    public void CapitalsAreWords(string word) => Note(
        "capitals",
        $"Весь запрос набран прописными, поэтому «{word}» прочитано как слово. Вместо ИЛИ подойдёт |, вместо НЕ — минус перед словом.",
        $"The whole query is in capitals, so “{word}” was read as a word. Use | for OR and a minus before a word for NOT.");

    public void ReachCut() => Note(
        "reach-cut",
        $"Слова ищутся не дальше {Tree.WordsNode.LongestReach} слов друг от друга.",
        $"Words are looked for within {Tree.WordsNode.LongestReach} words of each other.");

    public void ShortPrefix(string word) => Note(
        "short-prefix",
        $"«{word}*» слишком коротко: найдено само слово. Нужно не меньше {QueryReader.ShortestPrefix} букв.",
        $"“{word}*” is too short, so the word itself was looked for. At least {QueryReader.ShortestPrefix} letters are needed.");

    public void ShortFuzzy(string word) => Note(
        "short-fuzzy",
        $"«{word}~» слишком коротко для поиска с опечатками: найдено само слово.",
        $"“{word}~” is too short to allow for typing errors: the word itself was looked for.");

    public void NoDate(string field, string text) => Note(
        "no-date",
        $"«{field}:{text}» — не дата, прочитано как слова. Дата — это 2021, 2021-12, 07.12.2021 или 2020..2021.",
        $"“{field}:{text}” is no date and was read as words. A date is 2021, 2021-12, 2021-12-07 or 2020..2021.");

    public void DatesSwapped() => Note("dates-swapped", "Начало периода позже конца: они поменяны местами.", "The period began after its end: the two were swapped.");

    public void UnknownValue(Facet facet, string name) => Note(
        "unknown-value",
        $"В архиве нет ничего под именем {facet.Name()}:{name}.",
        $"The archive has nothing by the name of {facet.Name()}:{name}.");

    public void WordsCut() => Note(
        "forms-cut",
        "Под это начало или написание подходит слишком много слов: учтены самые частые.",
        "Too many words begin or are spelled like this: the most frequent ones were looked for.");

    public void Partial(TimeSpan limit) => Note(
        "partial",
        $"Запрос слишком сложен: за {limit.TotalSeconds:0.#} с просмотрена только часть архива.",
        $"The query is too costly: within {limit.TotalSeconds:0.#} s only a part of the archive was searched.");

    private void Note(string code, string russian, string english) =>
        warnings.Add(new SearchWarning(code, language == Language.Russian ? russian : english));
}
