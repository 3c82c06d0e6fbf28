namespace KremlinArchive.Import.Sources;

/// <summary>A file or a link that a walk came upon.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Source">Its name for people.</param>
/// <param name="Problem">Why it is not to be opened; null if it is.</param>
/// <param name="IsHarmless">True if nothing is missed by not opening it.</param>
internal sealed record WalkedFile(string Path, string Source, string? Problem = null, bool IsHarmless = false)
{
    /// <summary>What tells its kind: its path, unless it lies under another name than its own.</summary>
    public string Name { get; init; } = Path;
}

/// <summary>Walks a folder and the folders in it in the order of their names. Links are not followed.</summary>
internal sealed class FolderWalk(string root)
{
    // The real folder, so that a link is judged by where it leads and not by how it is written.
    private readonly string rootPath = System.IO.Path.GetFullPath(new DirectoryInfo(root).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root);

    public IEnumerable<WalkedFile> Files() => Files(new DirectoryInfo(rootPath), Source(root));

    /// <summary>Opens a file for one reading from its start to its end.</summary>
    public static FileStream Open(string path) =>
        new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 64 * 1024, Share = FileShare.ReadWrite | FileShare.Delete });

    /// <summary>A path as it was given, with the separators of addresses.</summary>
    public static string Source(string path)
    {
        var source = PackedName.Shown(path.Replace('\\', '/'));
        return source.Length > 1 ? source.TrimEnd('/') : source;
    }

    private IEnumerable<WalkedFile> Files(DirectoryInfo folder, string source)
    {
        if (!TryList(folder, out var entries, out var problem))
        {
            yield return new WalkedFile(folder.FullName, source, problem);
            yield break;
        }

        foreach (var entry in entries!)
        {
            var name = source is "." ? PackedName.Shown(entry.Name) : source.TrimEnd('/') + "/" + PackedName.Shown(entry.Name);
            if (entry.LinkTarget is { } target)
                yield return Link(entry, name, target);
            else if (entry is DirectoryInfo inner)
            {
                foreach (var file in Files(inner, name))
                    yield return file;
            }
            else
                yield return new WalkedFile(entry.FullName, name);
        }
    }

    private static bool TryList(DirectoryInfo folder, out FileSystemInfo[]? entries, out string? problem)
    {
        try
        {
            entries = folder.GetFileSystemInfos();
            Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Name, other.Name));
            problem = null;
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            entries = null;
            problem = $"The folder cannot be listed: {unreadable.Message}";
            return false;
        }
    }

    private WalkedFile Link(FileSystemInfo link, string source, string target)
    {
        var leads = System.IO.Path.GetFullPath(target, System.IO.Path.GetDirectoryName(link.FullName)!);
        return leads == rootPath || leads.StartsWith(System.IO.Path.TrimEndingDirectorySeparator(rootPath) + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? new WalkedFile(link.FullName, source, "A link; what it leads to is in the folder under its own name.", IsHarmless: true)
            : new WalkedFile(link.FullName, source, $"A link that leads out of the folder, to {PackedName.Shown(target)}; it is not followed. Import what it leads to by its own path.");
    }
}
