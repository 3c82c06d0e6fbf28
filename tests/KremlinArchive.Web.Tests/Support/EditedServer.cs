using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>One server on an archive of invented records that were edited on the site, for all tests of versions.</summary>
public sealed class EditedServer : IAsyncLifetime
{
    /// <summary>Edited twice: a word, then a passage moved, the place taken out.</summary>
    public const string Twice = "ru/events/101";

    /// <summary>Edited once, in English, without a known time.</summary>
    public const string Untimed = "en/events/102";

    /// <summary>Never edited.</summary>
    public const string Once = "ru/events/103";

    // No XML may hold the last letter.
    private const string Odd = "A talk of lighthouses\uFFFF";

    private const string First = "Речь шла о маяках на следующей неделе.";
    private const string Second = "Стороны условились о встрече весной этого года.";
    private const string Third = "В завершение беседы прозвучали добрые пожелания.";

    private readonly TempDirectory directory = new();

    internal RunningServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using (var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.At("archive") }, CancellationToken.None))
        {
            var run = await store.Ledger.BeginAsync("test", startedBy: null, CancellationToken.None);
            await store.Ledger.SaveAsync(run, [.. Pages()], CancellationToken.None);
            await store.Ledger.EndAsync(run, failure: null, CancellationToken.None);
        }

        Server = await RunningServer.StartAsync(directory.At("archive"), "--Archive:Samples", "false");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        directory.Dispose();
    }

    private static IEnumerable<ReadPage> Pages()
    {
        var edited = Record(Twice, First, Second, Third) with { Place = "Сочи" };
        yield return Page(edited, day: 5);
        yield return Page(edited, day: 6);
        yield return Page(Record(Twice, First, "Стороны условились о встрече осенью этого года.", Third) with { Place = "Сочи" }, day: 9);
        yield return Page(Record(Twice, Third, First, "Стороны условились о встрече осенью этого года."), day: 12);
        yield return Page(Record(Untimed, "It was <b>so</b>.") with { Title = Odd }, day: null);
        yield return Page(Record(Untimed, "It is otherwise.") with { Title = Odd }, day: null);
        yield return Page(Record(Once, First), day: 5);
    }

    internal static ArchiveRecord Record(string id, params string[] paragraphs) => new()
    {
        Id = RecordId.Parse(id)!,
        Address = $"http://kremlin.ru/events/president/news/{id.Split('/')[2]}",
        Title = "Беседа о маяках",
        Published = new PrintedTime(new DateOnly(2026, 3, 5), new TimeOnly(10, 0)),
        Kind = Kind.Meeting,
        Passages = [.. paragraphs.Select((text, at) => new Passage(at + 1, null, text))],
    };

    internal static ReadPage Page(ArchiveRecord record, int? day) => new(
        Capture.Of($"{record.Id}.html", Encoding.UTF8.GetBytes($"{day} {string.Join('|', record.Passages)}"), day is { } known ? new DateTimeOffset(2026, 3, known, 9, 0, 0, TimeSpan.Zero) : null),
        PageReading.Documents.One(CaptureForm.Page, record));
}
