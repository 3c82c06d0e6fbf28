namespace KremlinArchive.Import.Sources;

/// <summary>What stands under a name in an archive.</summary>
internal enum PackedKind
{
    File,
    Link,
    Encrypted,
    Other,
}

/// <summary>One name in an archive.</summary>
/// <param name="Name">As the archive gives it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">Of a link, where it leads, seen from the archive's own folder.</param>
internal sealed record PackedFile(string Name, PackedKind Kind, string? Target = null);

/// <summary>An archive file that is read from its first name to its last.</summary>
internal abstract class Package : IDisposable
{
    /// <summary>True if what follows a damaged file in the archive can still be read.</summary>
    public abstract bool GoesOnAfterDamage { get; }

    /// <summary>How many bytes of the archive's file are used up.</summary>
    public abstract long Taken { get; }

    /// <summary>The next name that is not a folder; null at the end.</summary>
    public abstract PackedFile? Next();

    /// <summary>The content of the name that came last.</summary>
    public abstract Stream Open();

    /// <summary>Compares what was read from the last name with what the archive says of it.</summary>
    /// <param name="length">How many bytes came.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public abstract string? Verify(long length);

    public abstract void Dispose();
}
