namespace KremlinArchive.Store;

/// <summary>Where an archive's files are, told the same to every face.</summary>
public sealed record ArchiveLocation
{
    /// <summary>The data directory of whoever names none.</summary>
    public const string DefaultDataDirectory = "data/archive";

    private const string Solution = "KremlinArchive.sln";

    private ArchiveLocation(string dataDirectory) => DataDirectory = dataDirectory;

    /// <summary>Absolute path of the directory that holds the database and the index.</summary>
    public string DataDirectory { get; }

    /// <summary>Absolute path of the index's own directory.</summary>
    public string IndexDirectory => Path.Combine(DataDirectory, "index");

    /// <summary>The location that a setting names.</summary>
    /// <param name="setting">
    /// A path. A relative one is not relative to wherever the program was started, but to <see cref="BaseFolder"/>; null or empty stands for the default.
    /// </param>
    /// <param name="applicationFolder">The folder of the application's own files.</param>
    public static ArchiveLocation Of(string? setting, string applicationFolder)
    {
        var path = string.IsNullOrWhiteSpace(setting) ? DefaultDataDirectory : setting;
        return new ArchiveLocation(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, BaseFolder(applicationFolder))));
    }

    /// <summary>The folder that relative paths are relative to: the nearest one above the application that holds the solution, else the application's own.</summary>
    public static string BaseFolder(string applicationFolder)
    {
        var own = Path.GetFullPath(applicationFolder);
        for (var folder = new DirectoryInfo(own); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        return own;
    }
}
