namespace KremlinArchive.Records;

/// <summary>A link that the page offers beside its text: "See also", "Additional", an attached file.</summary>
/// <param name="Title">The link's words.</param>
/// <param name="Address">Absolute address.</param>
public sealed record RelatedLink(string Title, string Address);
