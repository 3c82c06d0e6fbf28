namespace KremlinArchive.Web.Reading;

/// <summary>A turn as the contents of a transcript name it.</summary>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Opening">The first words.</param>
/// <param name="Start">The passage that it begins with.</param>
/// <param name="IsNewVoice">True where somebody speaks for the first time.</param>
public sealed record ContentsEntry(string Speaker, string Opening, int Start, bool IsNewVoice);
