namespace KremlinArchive.Web.Wording;

/// <summary>Names the resource files of the interface's words: Russian in <c>Words.resx</c>, English in <c>Words.en.resx</c>.</summary>
internal sealed class Words;
