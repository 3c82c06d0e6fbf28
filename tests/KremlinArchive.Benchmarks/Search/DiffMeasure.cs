using System.Diagnostics;
using System.Globalization;
using KremlinArchive.Benchmarks.Generating;
using KremlinArchive.Benchmarks.Measuring;
using KremlinArchive.Records;
using KremlinArchive.Search.Comparing;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>How long an invented transcript takes to be compared with an edited copy: the longest of the site has 236,000 characters.</summary>
internal static class DiffMeasure
{
    private const int Rounds = 40;
    private static readonly string[] Speakers = ["В.Путин", "Вопрос", "Д.Песков"];

    public static int Run(int characters)
    {
        var random = new Random(5);
        var words = Vocabulary.Russian(seed: 5);
        var paragraphs = Invent(characters, words, random);
        Measure("an edited copy: 1 word in 40 changed, passages dropped, put in and moved", paragraphs, Edit(paragraphs, words, random));
        Measure("another text altogether", paragraphs, Invent(characters, words, random));
        Measure("an edited copy without paragraphs", [Whole(paragraphs)], [Whole(Edit(paragraphs, words, random))]);
        return 0;
    }

    private static void Measure(string what, IReadOnlyList<(string Speaker, string Text)> before, IReadOnlyList<(string Speaker, string Text)> after)
    {
        var (from, to) = (Record(before), Record(after));
        var began = Stopwatch.GetTimestamp();
        RecordComparison.Of(from, to);
        var first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var clock = ThreadClock.Milliseconds;
            RecordComparison.Of(from, to);
            times.Add(ThreadClock.Milliseconds - clock);
        }

        var length = from.Passages.Sum(passage => passage.Text.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {length:N0} characters, {from.Passages.Count:N0} passages"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  first, while it is compiled, by the clock: {first:0} ms; then, of the processor: {new Sample(times)}"));
    }

    private static List<(string Speaker, string Text)> Invent(int characters, Vocabulary words, Random random)
    {
        var paragraphs = new List<(string Speaker, string Text)>();
        for (var length = 0; length < characters; length += paragraphs[^1].Text.Length)
            paragraphs.Add((Speakers[random.Next(Speakers.Length)], string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => words.Sentence(random)))));
        return paragraphs;
    }

    private static List<(string Speaker, string Text)> Edit(IReadOnlyList<(string Speaker, string Text)> paragraphs, Vocabulary words, Random random)
    {
        var edited = new List<(string Speaker, string Text)>();
        foreach (var (speaker, text) in paragraphs)
        {
            if (random.Next(40) == 0)
                edited.Add((speaker, words.Sentence(random)));
            if (random.Next(40) != 0)
                edited.Add((speaker, string.Join(' ', text.Split(' ').Select(word => random.Next(40) == 0 ? words.Word(random) : word))));
        }

        for (var moves = edited.Count / 50; moves > 0; moves--)
        {
            var moved = edited[random.Next(edited.Count)];
            edited.Remove(moved);
            edited.Insert(random.Next(edited.Count), moved);
        }

        return edited;
    }

    private static (string Speaker, string Text) Whole(IReadOnlyList<(string Speaker, string Text)> paragraphs) =>
        (Speakers[0], string.Join(' ', paragraphs.Select(paragraph => paragraph.Text)));

    private static ArchiveRecord Record(IReadOnlyList<(string Speaker, string Text)> paragraphs) => new()
    {
        Id = new RecordId(Language.Russian, Collection.Events, 1),
        Address = "http://kremlin.ru/events/president/news/1",
        Title = "Выдуманная стенограмма",
        Published = new PrintedTime(new DateOnly(2021, 12, 7)),
        Kind = Kind.Meeting,
        Passages = [.. paragraphs.Select((paragraph, at) => new Passage(at + 1, paragraph.Speaker, paragraph.Text))],
    };
}
