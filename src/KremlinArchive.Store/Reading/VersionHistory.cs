using KremlinArchive.Records;

namespace KremlinArchive.Store.Reading;

/// <summary>A record's versions.</summary>
/// <param name="Id">The record.</param>
/// <param name="Title">Its title today.</param>
/// <param name="Versions">The versions in the order in which the site showed them; the current one is the last.</param>
public sealed record VersionHistory(RecordId Id, string Title, IReadOnlyList<VersionEntry> Versions)
{
    /// <summary>The version that the record stands in.</summary>
    public VersionEntry Current => Versions[^1];

    /// <summary>A version by its number; null if it has none of that number.</summary>
    public VersionEntry? Find(int number) => Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>The version that the site showed before this one and that readers may see; null for the first.</summary>
    public VersionEntry? Before(VersionEntry version) => Versions.TakeWhile(other => other.Number != version.Number).LastOrDefault(other => !other.IsWithheld);
}

/// <summary>One version with its content, and the others around it.</summary>
/// <param name="History">The record's versions.</param>
/// <param name="Entry">What is known of this one.</param>
/// <param name="Record">Its content.</param>
/// <param name="HasTranslation">True if the archive holds the record of the same number in the other language.</param>
public sealed record StoredVersion(VersionHistory History, VersionEntry Entry, ArchiveRecord Record, bool HasTranslation);

/// <summary>Two versions of one record.</summary>
public sealed record VersionPair(StoredVersion Before, StoredVersion After);
