using KremlinArchive.Search.Analysis.Dates;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The terms that stand for a word. In a text it stands at its position as spelled and as each of its <see cref="Held"/> terms; a query's word asks
/// for its spelling and each of its <see cref="Asked"/> terms. The two differ only where the dictionary and a guess meet: see <see cref="RussianWords"/>.
/// </summary>
internal sealed class WordForms
{
    /// <summary>Begins a lemma or a stem.</summary>
    public const string StemMark = "~";

    private readonly Func<WordForms, IReadOnlyList<string>> ask;

    /// <param name="surface">The word as spelled, folded.</param>
    /// <param name="held">What a text holds for it.</param>
    /// <param name="ask">What a query asks for: worked out when one does, since most words are of texts.</param>
    public WordForms(string surface, IReadOnlyList<string> held, Func<WordForms, IReadOnlyList<string>> ask)
    {
        (Written, Surface, this.ask) = (surface, surface, ask);
        Packed = PackedTerms.Of([surface, .. held]);
        IsNumber = char.IsDigit(surface[0]);
        IsMonth = MonthNames.Find(surface) is not null;
    }

    public WordForms(string surface, IReadOnlyList<string> stems)
        : this(surface, stems, word => word.Held)
    {
    }

    /// <summary>The word as a text has it, by which it is remembered; as spelled, if nothing was said of it.</summary>
    public string Written { get; private set; }

    /// <summary>The word as spelled, folded.</summary>
    public string Surface { get; }

    /// <summary>What a text holds for it beside its spelling, each behind a mark, so that none is taken for a word as spelled; a number, as it is spelled without its groups.</summary>
    public IReadOnlyList<string> Held => [.. Terms.Skip(1)];

    /// <summary>What a query asks for beside the spelling.</summary>
    public IReadOnlyList<string> Asked => ask(this);

    /// <summary>All terms of a text's word, the surface form first, as the index takes them: what is kept of them, since most words are only indexed.</summary>
    public PackedTerms Packed { get; }

    /// <summary>The same terms as text.</summary>
    public IReadOnlyList<string> Terms => field ??= Packed.Unpack();

    /// <summary>All terms of a query's word, the surface form first.</summary>
    public IReadOnlyList<string> Sought => field ??= [Surface, .. Asked];

    /// <summary>True for a word that begins with a digit.</summary>
    public bool IsNumber { get; }

    /// <summary>True for the name of a month, whole or shortened.</summary>
    public bool IsMonth { get; }

    /// <summary>True for a word with which a date may begin, and a number in groups.</summary>
    public bool MayBeginDate => IsNumber || IsMonth;

    /// <summary>
    /// The fewest terms that find the word wherever all of them do: where the word spelled so holds one of the others, its spelling adds
    /// nothing, and phrases over one term a word are several times faster.
    /// </summary>
    public IReadOnlyList<string> Needed => field ??= Asked.Intersect(Held).Any() ? Asked : Sought;

    /// <summary>The same forms for a word as a text has it.</summary>
    public WordForms WrittenAs(string word)
    {
        if (word == Surface)
            return this;
        var forms = (WordForms)MemberwiseClone();
        forms.Written = word;
        return forms;
    }

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
