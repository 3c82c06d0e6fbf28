namespace KremlinArchive.Import.Sources;

/// <summary>A file that lies on disk under another name than its own, as uploads do.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its own name, which tells its kind and becomes its captures' source.</param>
public sealed record NamedFile(string Path, string Name);
