using System.Text;
using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Indexing;

/// <summary>A whole title as one term: its words as spelled, folded, without what stands between them.</summary>
internal static class WholeTitle
{
    /// <summary>Longer titles are told apart by so much of their beginning; nobody types them whole.</summary>
    private const int Longest = 1_000;

    public static string Of(string title)
    {
        var words = new StringBuilder();
        var scanner = new WordScanner(Spelling.Compose(title));
        while (words.Length < Longest && scanner.MoveNext())
            words.Append(words.Length == 0 ? "" : " ").Append(Spelling.Fold(scanner.Word));
        return words.ToString();
    }
}
