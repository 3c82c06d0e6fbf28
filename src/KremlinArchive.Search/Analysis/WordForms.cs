namespace KremlinArchive.Search.Analysis;

/// <summary>The terms that stand for a word in the index, all at its position; a query's word stands for the same ones.</summary>
/// <param name="Surface">The word as spelled, folded.</param>
/// <param name="Stems">Its stems, each behind <see cref="StemMark"/>; none for a number.</param>
internal sealed record WordForms(string Surface, IReadOnlyList<string> Stems)
{
    /// <summary>Begins every stem, so that a stem is never taken for a word as spelled.</summary>
    public const string StemMark = "~";

    /// <summary>All terms, the surface form first.</summary>
    public IReadOnlyList<string> Terms { get; } = [Surface, .. Stems];

    /// <summary>
    /// The fewest terms that find the word wherever all of them do: a surface form that is its own stem adds nothing to the stem, and
    /// phrases over one term a word are several times faster.
    /// </summary>
    public IReadOnlyList<string> Needed { get; } = Stems.Contains(StemMark + Surface) ? Stems : [Surface, .. Stems];

    /// <summary>True if a word with these forms is found by a word with the other ones.</summary>
    public bool Meets(WordForms other)
    {
        if (ReferenceEquals(this, other) || Surface == other.Surface)
            return true;
        foreach (var stem in Stems)
        {
            if (other.Stems.Contains(stem))
                return true;
        }

        return false;
    }
}
