using System.Collections;
using System.CommandLine;
using KremlinArchive.Store;

namespace KremlinArchive.Cli;

/// <summary>The options that every command takes.</summary>
internal static class ArchiveOptions
{
    private const string DataSetting = "Archive__DataDirectory";

    public static Option<string?> Data { get; } = new("--data")
    {
        Description = $"The data directory; else {DataSetting} of the environment, else {ArchiveLocation.DefaultDataDirectory}",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON document to the standard output",
        Recursive = true,
    };

    /// <summary>Where the archive is that the command line means.</summary>
    public static ArchiveLocation Location(ParseResult parsed)
    {
        var given = parsed.GetResult(Data) is null ? null : parsed.GetValue(Data);
        if (given is not null && (given.Length == 0 || given.Contains('\0', StringComparison.Ordinal)))
            throw new WrongArgumentException("--data needs the path of a directory.");
        return ArchiveLocation.Of(given ?? Setting(), AppContext.BaseDirectory);
    }

    /// <summary>Settings are found in the environment whatever their case, as the web face finds them.</summary>
    private static string? Setting() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .FirstOrDefault(entry => string.Equals((string)entry.Key, DataSetting, StringComparison.OrdinalIgnoreCase)).Value as string;
}
