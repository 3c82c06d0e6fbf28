using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Watching;
using KremlinArchive.Records;
using KremlinArchive.Store;

namespace KremlinArchive.Cli.Commands;

/// <summary>What a command fetches with: the settings of the environment and the one client that keeps the pauses.</summary>
internal sealed class Fetching : IDisposable
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(30);

    private readonly SiteClient client;

    private Fetching(FetchSettings settings) => client = new SiteClient(settings, TimeProvider.System);

    /// <exception cref="ArchiveUnavailableException">A setting is wrong.</exception>
    public static Fetching Open()
    {
        try
        {
            return new Fetching(FetchSettingsReader.Read(name => ArchiveOptions.Setting(name.Replace(":", "__", StringComparison.Ordinal))));
        }
        catch (WrongFetchSettingException wrong)
        {
            throw new ArchiveUnavailableException(wrong.Message, wrong);
        }
    }

    /// <summary>Addresses made ready to be asked for.</summary>
    /// <exception cref="WrongArgumentException">One of them is none, or may not be asked.</exception>
    public IReadOnlyList<string> Addresses(string argument, IReadOnlyList<string> given)
    {
        var addresses = given.Select(text => (Text: text, Address: FetchAddress.Of(text))).ToList();
        var problems = addresses.Select(address => address.Address is null ? $"'{address.Text}' is not an address." : client.Problem(address.Address)).OfType<string>().ToList();
        return problems.Count > 0 ? throw new WrongArgumentException($"{argument}: {string.Join(" ", problems)}") : [.. addresses.Select(address => address.Address!)];
    }

    /// <summary>What a watcher would look at.</summary>
    public Watcher WatcherOf(ArchiveStore store) => new(store, client, TimeProvider.System, WatchPolicy.Usual, mostPages: 0);

    public Fetcher Of(OpenArchive archive) => new(archive.Store, client, TimeProvider.System);

    /// <summary>Tells of waits that one might take for a standstill.</summary>
    public Action<FetchWait> Waiting(Terminal terminal) => wait =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var time = MoscowClock.Show(wait.Until).ToString(MoscowClock.DayOf(wait.Until) == MoscowClock.DayOf(now) ? "HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (wait.Until - now > WorthTelling)
            terminal.Note($"Waiting until {time} of Moscow before asking for {wait.Address}.");
    };

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
