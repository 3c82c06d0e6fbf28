using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries;

/// <summary>
/// Reads a query: words, "words in quotes", -exclusions. Never an error: what has no meaning here is punctuation, and what is
/// too much is left out with a warning.
/// </summary>
internal sealed class QueryReader
{
    /// <summary>So many words of a query are read.</summary>
    public const int MostWords = 64;

    private readonly Language language;
    private readonly string query;
    private readonly bool isShouted;
    private readonly List<QueryPart> parts = [];
    private readonly List<SearchWarning> warnings = [];
    private int words;

    private QueryReader(string text, Language language)
    {
        this.language = language;
        query = Spelling.Compose(Cut(text));
        isShouted = Acronym.IsShouted(query);
    }

    public static ParsedQuery Read(string text, Language language)
    {
        var reader = new QueryReader(text, language);
        reader.ReadChunks();
        return new ParsedQuery([.. reader.parts.DistinctBy(part => part.Identity)], [.. reader.warnings.DistinctBy(warning => warning.Code)]);
    }

    private string Cut(string text)
    {
        if (text.Length <= SearchRequest.LongestQuery)
            return text;
        WarnOfCut();
        return text[..SearchRequest.LongestQuery];
    }

    private void ReadChunks()
    {
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
                at++;
            else
                at = ReadChunk(at);
        }

        if (parts.Count == 0 && query.Length > 0 && !string.IsNullOrWhiteSpace(query))
            Warn("no-words", "В запросе нет слов: показано всё.", "The query has no words: everything is shown.");
    }

    /// <summary>Reads one word or phrase with its sign.</summary>
    /// <returns>Where the next one begins.</returns>
    private int ReadChunk(int at)
    {
        var isExcluded = IsMinus(query[at]) && at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]);
        var start = isExcluded ? at + 1 : at;
        if (!QuoteMark.IsQuote(query[start]))
            return ReadWords(start, isExcluded);
        if (QuoteMark.FindClosing(query, start) is { } end)
        {
            Add(query.AsSpan(start + 1, end - start - 1), isExcluded, isPhrase: true);
            return end + 1;
        }

        Warn("unbalanced-quotes", "Кавычка без пары не учтена.", "A quotation mark without its pair was left out.");
        return start + 1 < query.Length && !char.IsWhiteSpace(query[start + 1]) && !QuoteMark.IsQuote(query[start + 1])
            ? ReadWords(start + 1, isExcluded)
            : start + 1;
    }

    private int ReadWords(int start, bool isExcluded)
    {
        var end = start;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && !QuoteMark.IsQuote(query[end]))
            end++;
        Add(query.AsSpan(start, end - start), isExcluded, isPhrase: false);
        return Math.Max(end, start + 1);
    }

    /// <summary>Adds the words of a chunk: side by side if they are a phrase or joined in writing, else each for itself.</summary>
    private void Add(ReadOnlySpan<char> chunk, bool isExcluded, bool isPhrase)
    {
        var together = new List<WordForms>();
        var scanner = new WordScanner(chunk);
        while (scanner.MoveNext())
        {
            if (words++ >= MostWords)
            {
                WarnOfCut();
                break;
            }

            if (!isPhrase && !scanner.IsJoined)
                Close(together, isExcluded);
            together.Add(Lexicon.Of(scanner.Word, isShouted));
        }

        Close(together, isExcluded);
    }

    private void Close(List<WordForms> together, bool isExcluded)
    {
        if (together.Count == 0)
            return;
        parts.Add(new QueryPart([.. together], isExcluded));
        together.Clear();
    }

    private static bool IsMinus(char c) => c is '-' or '\u2010' or '\u2011' or '\u2212' or '\u2013';

    private void WarnOfCut() => Warn(
        "query-cut",
        $"Запрос слишком длинный: учтены первые {MostWords} слова и {SearchRequest.LongestQuery} знаков.",
        $"The query is too long: its first {MostWords} words and {SearchRequest.LongestQuery} characters were read.");

    private void Warn(string code, string russian, string english) =>
        warnings.Add(new SearchWarning(code, language == Language.Russian ? russian : english));
}
