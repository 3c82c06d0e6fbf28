using System.Globalization;
using System.Net;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Store;
using KremlinArchive.Web.Hosting.Limits;
using KremlinArchive.Web.Measuring;
using KremlinArchive.Web.Watching;

namespace KremlinArchive.Web.Hosting;

/// <summary>The settings of this application, checked: what stands here can be used as it is.</summary>
internal sealed record ArchiveSettings
{
    /// <summary>Absolute path of the directory of the index and, unless a server keeps it, of the database.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The PostgreSQL database that keeps the archive; null where it is kept in the data directory.</summary>
    public required ArchiveConnection? Connection { get; init; }

    /// <summary>How the store is opened.</summary>
    public ArchiveStoreOptions Store => new() { DataDirectory = DataDirectory, Connection = Connection, LeastFree = LeastFree };

    /// <summary>Absolute path of the index.</summary>
    public string IndexDirectory => ArchiveLocation.IndexIn(DataDirectory);

    /// <summary>True if an empty archive begins with the samples.</summary>
    public required bool Samples { get; init; }

    /// <summary>Absolute path of the samples.</summary>
    public required string SamplesDirectory { get; init; }

    /// <summary>The proxies that may say who the client is.</summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    /// <summary>How much may be asked at once.</summary>
    public required LimitSettings Limits { get; init; }

    /// <summary>Whom the archive may ask for pages, and how politely.</summary>
    public required FetchSettings Fetch { get; init; }

    /// <summary>Whether the site is watched, and when.</summary>
    public required WatchSettings Watch { get; init; }

    /// <summary>The most bytes that one upload may have.</summary>
    public required long LargestUpload { get; init; }

    /// <summary>True if searches are counted, by day and query and by nothing else.</summary>
    public required bool CountSearches { get; init; }

    /// <summary>A server whose index is more changes behind the store than this is not ready.</summary>
    public required long MostBehind { get; init; }

    /// <summary>Imports stop when the disk has fewer bytes left.</summary>
    public required long LeastFree { get; init; }

    /// <summary>Who is told how the server does.</summary>
    public required MeasureSettings Measures { get; init; }

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="WrongSettingException">One of them is wrong; the message names it.</exception>
    public static ArchiveSettings Read(IConfiguration configuration)
    {
        RefuseWrongAddresses(configuration);
        return new ArchiveSettings
        {
            DataDirectory = DirectoryOf(configuration),
            Connection = ConnectionOf(configuration),
            Samples = Flag(configuration, "Archive:Samples", otherwise: true),
            LargestUpload = Size(configuration, "Archive:LargestUpload", otherwise: 2L * 1024 * 1024 * 1024),
            LeastFree = Size(configuration, "Archive:LeastFree", otherwise: 512L * 1024 * 1024),
            MostBehind = Number(configuration, "Archive:MostBehind", otherwise: 5_000),
            CountSearches = Flag(configuration, "Archive:CountSearches", otherwise: true),
            SamplesDirectory = Path.Combine(AppContext.BaseDirectory, "data", "samples"),
            Proxies = TrustedProxies.Read(configuration),
            Limits = LimitSettings.Read(configuration),
            Fetch = ReadFetch(configuration),
            Watch = WatchSettings.Read(configuration),
            Measures = MeasureSettings.Read(configuration),
        };
    }

    private static string DirectoryOf(IConfiguration configuration)
    {
        const string Name = "Archive:DataDirectory";
        try
        {
            return ArchiveLocation.Resolve(configuration[Name]);
        }
        catch (ArgumentException error)
        {
            throw new WrongSettingException(Name, error.Message);
        }
    }

    private static FetchSettings ReadFetch(IConfiguration configuration)
    {
        try
        {
            return FetchSettingsReader.Read(name => configuration[name]);
        }
        catch (WrongFetchSettingException wrong)
        {
            throw new WrongSettingException(wrong.Name, wrong.Problem);
        }
    }

    private static bool Flag(IConfiguration configuration, string name, bool otherwise)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return bool.TryParse(text, out var flag) ? flag : throw new WrongSettingException(name, $"“{text}” is neither true nor false.");
    }

    private static long Number(IConfiguration configuration, string name, long otherwise)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new WrongSettingException(name, $"“{text}” is no number from 0 on.");
    }

    private static long Size(IConfiguration configuration, string name, long otherwise)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return ByteSize.Parse(text) ?? throw new WrongSettingException(name, $"“{text}” is not a size up to 1024 GB; one is 500 MB or 2 GB.");
    }

    private static void RefuseWrongAddresses(IConfiguration configuration)
    {
        foreach (var address in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                BindingAddress.Parse(address);
            }
            catch (FormatException)
            {
                throw new WrongSettingException(WebHostDefaults.ServerUrlsKey, $"“{address}” is not an address to listen on; one is http://localhost:5080.");
            }
        }
    }

    // Falling back to SQLite in silence would show an operator of a shared archive an empty one.
    private static ArchiveConnection? ConnectionOf(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Archive") is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        return ArchiveConnection.Parse(text)
            ?? throw new WrongSettingException("ConnectionStrings:Archive", $"It is no connection string of PostgreSQL. One is {ArchiveConnection.Example}; leave it empty for an archive in the data directory.");
    }
}

/// <summary>A setting that the application cannot start with.</summary>
internal sealed class WrongSettingException(string setting, string problem) : Exception($"The setting {setting} is wrong. {problem}");
