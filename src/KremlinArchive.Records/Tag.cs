namespace KremlinArchive.Records;

/// <summary>A person, a country, a region or a topic that the site attached to a record.</summary>
/// <param name="Key">The site's own key: <c>UZ</c>, <c>109</c>.</param>
/// <param name="Name">As printed, in the record's language; persons surname first.</param>
public sealed record Tag(string Key, string Name);
