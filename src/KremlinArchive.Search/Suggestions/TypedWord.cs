using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Suggestions;

/// <summary>A word as typed so far. It means every word that begins with it and, once it is complete, every form of it.</summary>
internal sealed class TypedWord(WordForms forms, bool isComplete)
{
    // A complete "с" or "в" means itself: what else begins with it would be a good part of all words.
    private const int ShortestBeginning = 3;

    /// <summary>The word, folded.</summary>
    public string Surface => forms.Surface;

    /// <summary>What the words that it means begin with; null where it means no others.</summary>
    public string? Beginning { get; } = !isComplete || forms.Surface.Length >= ShortestBeginning ? forms.Surface : null;

    /// <summary>The terms of the forms that it means.</summary>
    public IReadOnlyList<string> Terms { get; } = isComplete ? forms.Sought : [];

    /// <summary>How many letters of another word it covers: as many as it has of a word that begins with it, all of another form; 0 for a word that it does not mean.</summary>
    public int Meets(WordForms other)
    {
        if (Beginning is { } beginning && other.Surface.StartsWith(beginning, StringComparison.Ordinal))
            return beginning.Length;
        return isComplete && forms.Finds(other) ? other.Surface.Length : 0;
    }
}
