using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using KremlinArchive.Import.Warc.Writing;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Benchmarks.Generating;

/// <summary>Invented pages in any number, for sizes that no real collection here has. Two thirds are Russian; one in five of those has a translation.</summary>
internal static class SyntheticCorpus
{
    private const int FirstNumber = 100_000;
    private static readonly DateTimeOffset FirstVisit = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> WriteAsync(string file, GeneratorOptions options)
    {
        if (file.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase))
            return await WriteWarcAsync(file, options);
        await using var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        await using var archive = new TarWriter(packed, TarEntryFormat.Pax);
        foreach (var (name, page) in Pages(options))
        {
            await using var content = new MemoryStream(Encoding.UTF8.GetBytes(page));
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
        }

        return 0;
    }

    private static async Task<int> WriteWarcAsync(string file, GeneratorOptions options)
    {
        await using var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1024 * 1024);
        var writer = new WarcWriter(output);
        writer.Begin(FirstVisit, ("description", "Invented pages"));
        var visit = FirstVisit;
        foreach (var (name, page) in Pages(options))
        {
            var address = "http://" + name[..^".html".Length];
            var exchange = new HttpExchange(address, address, 200, [new HttpHeader("Content-Type", "text/html; charset=utf-8"), new HttpHeader("Server", "Invented")]);
            visit = visit.AddSeconds(1);
            writer.Write(new KeptCapture(Capture.Of(address, Encoding.UTF8.GetBytes(page), visit) with { Exchange = exchange }, address, visit));
        }

        return 0;
    }

    private static IEnumerable<(string Name, string Page)> Pages(GeneratorOptions options)
    {
        var russian = Vocabulary.Russian(options.Seed);
        var english = Vocabulary.English(options.Seed);
        var random = new Random(options.Seed);
        for (var (written, number) = (0, FirstNumber); written < options.Documents; number++)
        {
            var isRussian = random.Next(3) < 2;
            yield return Page(number, isRussian, isRussian ? russian : english, options.Paragraphs, random);
            written++;
            if (!isRussian || random.Next(5) > 0 || written == options.Documents)
                continue;
            yield return Page(number, isRussian: false, english, options.Paragraphs, random);
            written++;
        }
    }

    private static (string Name, string Page) Page(int number, bool isRussian, Vocabulary words, int mostParagraphs, Random random) => (
        string.Create(CultureInfo.InvariantCulture, $"{(isRussian ? "" : "en.")}kremlin.ru/events/president/news/{number}.html"),
        SyntheticPage.Write(number, isRussian, words, mostParagraphs, random));
}
