using System.Collections;
using System.CommandLine;
using KremlinArchive.Store;

namespace KremlinArchive.Cli;

/// <summary>The options that every command takes.</summary>
internal static class ArchiveOptions
{
    private const string DataSetting = "Archive__DataDirectory", DatabaseSetting = "ConnectionStrings__Archive", LeastFreeSetting = "Archive__LeastFree";

    public static Option<string?> Data { get; } = new("--data")
    {
        Description = $"The data directory; else {DataSetting} of the environment, else data/archive",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON document to the standard output",

        // No value of its own, or the first word of a query could be taken for it.
        Arity = ArgumentArity.Zero,
        Recursive = true,
    };

    /// <summary>The absolute path of the data directory that the command line means.</summary>
    public static string DataDirectory(ParseResult parsed)
    {
        if (parsed.GetResult(Data) is null)
            return ArchiveLocation.Resolve(Setting(DataSetting));
        var given = ValueOf(Data, parsed.GetValue(Data));
        return given.Contains('\0', StringComparison.Ordinal)
            ? throw new WrongArgumentException("--data needs the path of a directory.")
            : ArchiveLocation.Resolve(given);
    }

    /// <summary>How a store in this directory is opened.</summary>
    public static ArchiveStoreOptions Store(string dataDirectory)
    {
        var options = new ArchiveStoreOptions { DataDirectory = dataDirectory, Connection = Connection() };
        if (string.IsNullOrWhiteSpace(Setting(LeastFreeSetting)))
            return options;
        return ByteSize.Parse(Setting(LeastFreeSetting)) is { } least
            ? options with { LeastFree = least }
            : throw new ArchiveUnavailableException($"The setting {LeastFreeSetting} is wrong: '{Setting(LeastFreeSetting)}' is not a size up to 1024 GB; one is 500 MB or 2 GB.");
    }

    /// <summary>The value of an option. An option that lacks its own takes the next option for it, which nobody means.</summary>
    /// <exception cref="WrongArgumentException">There is none.</exception>
    public static string ValueOf(Option option, string? value) =>
        string.IsNullOrWhiteSpace(value) || value.StartsWith("--", StringComparison.Ordinal)
            ? throw new WrongArgumentException($"{option.Name} needs a value.")
            : value;

    /// <summary>How many of something are wanted: as many as there may be, if more were asked for.</summary>
    /// <exception cref="WrongArgumentException">It is no number from 1 on.</exception>
    public static int CountOf(Option option, int value, int largest) =>
        value < 1 ? throw new WrongArgumentException($"{option.Name}: {value} is not a whole number from 1 on.") : Math.Min(value, largest);

    // Falling back to SQLite in silence would show an operator of a shared archive an empty one.
    private static ArchiveConnection? Connection() => string.IsNullOrWhiteSpace(Setting(DatabaseSetting))
        ? null
        : ArchiveConnection.Parse(Setting(DatabaseSetting)!)
            ?? throw new ArchiveUnavailableException($"The setting {DatabaseSetting} is wrong: it is no connection string of PostgreSQL. One is {ArchiveConnection.Example}; leave it empty for an archive in the data directory.");

    /// <summary>Settings are found in the environment whatever their case, as the web face finds them.</summary>
    public static string? Setting(string name) => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .FirstOrDefault(entry => string.Equals((string)entry.Key, name, StringComparison.OrdinalIgnoreCase)).Value as string;
}
