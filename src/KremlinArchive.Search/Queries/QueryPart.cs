using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Queries;

/// <summary>One thing that a query asks for: a word, or words side by side in this order.</summary>
/// <param name="Words">The forms of each word, at least one.</param>
/// <param name="IsExcluded">True if records with it are ruled out.</param>
internal sealed record QueryPart(IReadOnlyList<WordForms> Words, bool IsExcluded)
{
    /// <summary>Equal for parts that ask for the same.</summary>
    public string Identity => $"{(IsExcluded ? '-' : '+')}{string.Join(' ', Words.Select(word => word.Surface))}";
}
