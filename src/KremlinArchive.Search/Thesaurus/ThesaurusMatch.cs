namespace KremlinArchive.Search.Thesaurus;

/// <summary>A name of the thesaurus among the words of a query.</summary>
/// <param name="Start">The first of its words.</param>
/// <param name="Length">How many words it has.</param>
/// <param name="Others">The other names of the same thing, without those that whatever finds the query's own, or another one here, finds as well.</param>
internal sealed record ThesaurusMatch(int Start, int Length, IReadOnlyList<ThesaurusName> Others);
