namespace KremlinArchive.Search.Thesaurus;

/// <summary>What is wrong with a line of the thesaurus, which is therefore left out.</summary>
/// <param name="Line">Its number, from 1 on; 0 for the whole file.</param>
internal sealed record ThesaurusProblem(int Line, string Reason);
