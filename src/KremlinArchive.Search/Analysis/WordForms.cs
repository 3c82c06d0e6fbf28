using KremlinArchive.Search.Analysis.Dates;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The terms that stand for a word. In a text it stands at its position as spelled and as each of its <see cref="Held"/> terms; a query's word asks
/// for its spelling and each of its <see cref="Asked"/> terms. The two differ only where the dictionary and a guess meet: see <see cref="RussianWords"/>.
/// </summary>
/// <param name="Surface">The word as spelled, folded.</param>
/// <param name="Held">What a text holds for it beside its spelling, each behind a mark, so that none is taken for a word as spelled; a number, as it is spelled without its groups.</param>
/// <param name="Asked">What a query asks for beside the spelling.</param>
internal sealed record WordForms(string Surface, IReadOnlyList<string> Held, IReadOnlyList<string> Asked)
{
    /// <summary>Begins a lemma or a stem.</summary>
    public const string StemMark = "~";

    public WordForms(string surface, IReadOnlyList<string> stems)
        : this(surface, stems, stems)
    {
    }

    /// <summary>All terms of a text's word, the surface form first.</summary>
    public IReadOnlyList<string> Terms => field ??= [Surface, .. Held];

    /// <summary>These terms as the index takes them.</summary>
    public PackedTerms Packed { get; } = PackedTerms.Of([Surface, .. Held]);

    /// <summary>All terms of a query's word, the surface form first.</summary>
    public IReadOnlyList<string> Sought => field ??= [Surface, .. Asked];

    /// <summary>True for a word that begins with a digit.</summary>
    public bool IsNumber { get; } = char.IsDigit(Surface[0]);

    /// <summary>True for the name of a month, whole or shortened.</summary>
    public bool IsMonth { get; } = MonthNames.Find(Surface) is not null;

    /// <summary>
    /// The fewest terms that find the word wherever all of them do: where the word spelled so holds one of the others, its spelling adds
    /// nothing, and phrases over one term a word are several times faster.
    /// </summary>
    public IReadOnlyList<string> Needed => field ??= Asked.Intersect(Held).Any() ? Asked : Sought;

    /// <summary>True if a query's word with these forms finds a text's word with the other ones: if a term that it asks for stands there.</summary>
    public bool Finds(WordForms other)
    {
        if (ReferenceEquals(this, other))
            return true;
        foreach (var term in Sought)
        {
            if (other.Terms.Contains(term))
                return true;
        }

        return false;
    }
}
