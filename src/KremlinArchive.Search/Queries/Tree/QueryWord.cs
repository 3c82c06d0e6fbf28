using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Queries.Tree;

/// <summary>One word of a query.</summary>
/// <param name="Typed">As it was typed, without operators.</param>
internal abstract record QueryWord(string Typed)
{
    /// <summary>True if it means this word of a text. An index gives the same answer by terms.</summary>
    public abstract bool Finds(WordForms word);
}

/// <summary>A word in any of its forms.</summary>
internal sealed record AnyFormWord(string Typed, WordForms Forms) : QueryWord(Typed)
{
    public override bool Finds(WordForms word) => Forms.Finds(word);
}

/// <summary>A word spelled so; case, ё and accents aside.</summary>
internal sealed record ExactWord(string Typed, string Surface) : QueryWord(Typed)
{
    public override bool Finds(WordForms word) => word.Surface == Surface;
}

/// <summary>Every word that begins so.</summary>
internal sealed record PrefixWord(string Typed, string Beginning) : QueryWord(Typed)
{
    public override bool Finds(WordForms word) => word.Surface.StartsWith(Beginning, StringComparison.Ordinal);
}

/// <summary>Every word with the same first letter that so many typing errors turn into this one.</summary>
internal sealed record FuzzyWord(string Typed, string Surface, int Edits) : QueryWord(Typed)
{
    public override bool Finds(WordForms word) =>
        word.Surface.Length > 0 && word.Surface[0] == Surface[0] && EditDistance.IsWithin(word.Surface, Surface, Edits);
}
