using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>A word of a query together with the terms that stand for it in one state of the index.</summary>
/// <param name="Word">The word.</param>
/// <param name="Terms">Every term that stands for it.</param>
/// <param name="Needed">The fewest terms that find it everywhere.</param>
/// <param name="Typed">The term of the word as typed, which counts extra; null where no term does.</param>
internal sealed record BoundWord(QueryWord Word, IReadOnlyList<string> Terms, IReadOnlyList<string> Needed, string? Typed);
