using System.Diagnostics;
using System.Text;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Analysis.Dictionary;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>What the analysis costs: loading the dictionary, and reading texts into words, in processor time of the one thread.</summary>
internal static class AnalysisMeasure
{
    private const int Rounds = 8, Loads = 5;

    /// <param name="files">Texts; a paragraph a line.</param>
    public static int Run(IReadOnlyList<string> files)
    {
        Load();
        foreach (var file in files)
            Read(Path.GetFileName(file), File.ReadAllLines(file));
        return 0;
    }

    private static void Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "language", "russian.forms");
        for (var i = 0; i < Loads; i++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (clock, cpu) = (Stopwatch.StartNew(), ThreadClock.Milliseconds);
            var dictionary = RussianDictionary.Load(path);
            var (elapsed, spent) = (clock.Elapsed.TotalMilliseconds, ThreadClock.Milliseconds - cpu);
            Console.WriteLine($"dictionary loaded in {elapsed:0} ms ({spent:0} ms of the processor), {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0.0} MB");
            GC.KeepAlive(dictionary);
        }
    }

    private static void Read(string name, string[] paragraphs)
    {
        var megabytes = paragraphs.Sum(Encoding.UTF8.GetByteCount) / 1e6;
        for (var round = 1; round <= Rounds; round++)
        {
            // Odd rounds begin without a remembered word, as a rebuild does; even ones remember all.
            if (round % 2 == 1)
                Lexicon.Forget();
            var (started, words) = (ThreadClock.Milliseconds, 0);
            foreach (var paragraph in paragraphs)
                words += TextWords.Of(paragraph).Words.Count;
            var seconds = (ThreadClock.Milliseconds - started) / 1e3;
            Console.WriteLine($"{name}: {(round % 2 == 1 ? "words not met before" : "words remembered")}, {megabytes:0.0} MB, {words} words, {megabytes / seconds:0.0} MB/s");
        }
    }
}
