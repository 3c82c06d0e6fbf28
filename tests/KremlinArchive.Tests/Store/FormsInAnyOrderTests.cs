using KremlinArchive.Records;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class FormsInAnyOrderTests(Engine engine)
{
    public sealed class OnSqlite() : FormsInAnyOrderTests(Engine.Sqlite);

    public sealed class OnPostgres() : FormsInAnyOrderTests(Engine.Postgres);

    private static readonly IReadOnlyList<IReadOnlyList<CaptureForm>> Orders = [.. Permutations(Enum.GetValues<CaptureForm>())];

    [Fact]
    public async Task WhateverFormsComeAndInWhateverOrderTheTextIsOneAndHasOneVersion()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        for (var turn = 0; turn < Orders[0].Count; turn++)
        {
            await archive.ImportAsync([.. Orders.Index().Select(order => Documents.Page(As(order.Item[turn], Number(order.Index)), order.Item[turn]))]);
            await ExpectOneVersionAsync(archive);
        }

        // By now the page has come everywhere, and everything that it carries is there.
        foreach (var at in Enumerable.Range(0, Orders.Count))
        {
            var record = (await archive.FindAsync(Number(at)))!.Record;
            Assert.Equal(("Сочи", "Краткое содержание.", 1, 2), (record.Place, record.Lead, record.Persons.Count, record.Sections.Count));
            Assert.Equal(Full(Number(at)).Passages, record.Passages);
        }
    }

    [Fact]
    public async Task AnEditIsOneVersionInWhateverTwoFormsItIsSeen()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var pairs = Enum.GetValues<CaptureForm>().SelectMany(first => Enum.GetValues<CaptureForm>().Select(second => (first, second))).ToList();
        var seen = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await archive.ImportAsync([.. pairs.Index().Select(pair => Documents.Page(Full(Number(pair.Index)), CaptureForm.Page, seen))]);
        await archive.ImportAsync([.. pairs.Index().Select(pair => Documents.Page(Edited(pair.Item.first, Number(pair.Index)), pair.Item.first, seen.AddDays(1)))]);
        await archive.ImportAsync([.. pairs.Index().Select(pair => Documents.Page(Edited(pair.Item.second, Number(pair.Index)), pair.Item.second, seen.AddDays(2)))]);

        foreach (var at in Enumerable.Range(0, pairs.Count))
        {
            var stored = (await archive.FindAsync(Number(at)))!;
            Assert.Equal((2, 2, "Сочи"), (stored.Version, stored.Versions, stored.Record.Place));
            Assert.Equal("Начнём — позже.", stored.Record.Passages[^1].Text);
        }
    }

    private static async Task ExpectOneVersionAsync(TempArchive archive)
    {
        foreach (var at in Enumerable.Range(0, Orders.Count))
        {
            var stored = (await archive.FindAsync(Number(at)))!;
            Assert.Equal((1, 1), (stored.Version, stored.Versions));
            Assert.Equal(CanonicalText.Of(Full(Number(at))), CanonicalText.Of(stored.Record));
        }
    }

    private static string Number(int at) => $"ru/events/{at + 1}";

    private static ArchiveRecord Full(string id) => Documents.Record(id) with
    {
        Lead = "Краткое содержание.",
        Place = "Сочи",
        Sections = ["/events/president/news", "/events/president/transcripts"],
        Persons = [new Tag("281", "Байден Джозеф")],
        Passages = [new Passage(1, "В.Путин", "Добрый «день»."), new Passage(2, "В.Путин", "Начнём — сразу.")],
    };

    private static ArchiveRecord Edited(CaptureForm form, string id) =>
        As(form, id) with { Passages = [new Passage(1, "В.Путин", "Добрый «день»."), new Passage(2, "В.Путин", "Начнём — позже.")] };

    // A feed runs the text as a page does and knows one section; plain text folds quotation marks and dashes and runs paragraphs together.
    private static ArchiveRecord As(CaptureForm form, string id) => form switch
    {
        CaptureForm.Feed => Full(id) with { Place = null, Persons = [], Sections = ["/events/president/transcripts"] },
        CaptureForm.Copy or CaptureForm.Text => Full(id) with
        {
            Sections = [],
            Persons = [],
            Place = null,
            Lead = null,
            Passages = [new Passage(1, "В.Путин", "Добрый \"день\". Начнём - сразу.")],
        },
        _ => Full(id),
    };

    private static IEnumerable<IReadOnlyList<T>> Permutations<T>(IReadOnlyList<T> items) => items.Count == 0
        ? [[]]
        : items.SelectMany((item, at) => Permutations<T>([.. items.Take(at), .. items.Skip(at + 1)]).Select(rest => (IReadOnlyList<T>)[item, .. rest]));
}
