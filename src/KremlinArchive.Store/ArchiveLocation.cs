namespace KremlinArchive.Store;

/// <summary>Where an archive's data directory is, for every face of the application alike.</summary>
public static class ArchiveLocation
{
    private const string Default = "data/archive";
    private const string Solution = "KremlinArchive.sln";

    /// <summary>
    /// The absolute path of a data directory. A relative one is taken from the nearest folder above the application that holds the
    /// solution, and from the application's own folder where there is none; an empty one is <c>data/archive</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The text cannot be a path.</exception>
    public static string Resolve(string? directory) => Resolve(directory, AppContext.BaseDirectory);

    /// <summary>The absolute path of the index's own directory in a data directory.</summary>
    public static string IndexIn(string dataDirectory) => Path.Combine(dataDirectory, "index");

    /// <summary>The file that a server holds while it runs on a data directory.</summary>
    public static string ServerLockIn(string dataDirectory) => Path.Combine(dataDirectory, "server.lock");

    internal static string Resolve(string? directory, string application)
    {
        var named = string.IsNullOrWhiteSpace(directory) ? Default : directory.Trim();
        if (named.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("A path cannot hold a zero character.", nameof(directory));
        return Path.GetFullPath(named, Home(application));
    }

    private static string Home(string application)
    {
        for (var folder = new DirectoryInfo(application); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        return application;
    }
}
