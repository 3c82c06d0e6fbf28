namespace KremlinArchive.Search.Analysis.Dictionary;

/// <summary>What the dictionary knows of a form.</summary>
/// <param name="Lemmas">The words that it is a form of, in their dictionary form: one, or several for a homograph.</param>
/// <param name="IsDeclined">True if one of them is a noun or an adjective: then the form may as well be that of a name which the dictionary lacks.</param>
internal sealed record DictionaryEntry(IReadOnlyList<string> Lemmas, bool IsDeclined);
