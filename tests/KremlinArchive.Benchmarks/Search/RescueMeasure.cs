using System.Diagnostics;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Rescues;
using KremlinArchive.Store;
using Lucene.Net.Index;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>Corrects mistyped words by an archive's own index: how many come right, how many right words are left alone, and what a correction costs.</summary>
internal static class RescueMeasure
{
    // Words of the index to mistype at random, and how they are chosen.
    private const int Mistyped = 1000, ShortestWord = 5, Seldom = 5, Seed = 20;

    private const string Letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    /// <param name="data">The directory of an archive whose index is up to date.</param>
    /// <param name="errors">Tab-separated: as typed, as meant.</param>
    /// <param name="queries">Queries whose candidates are printed instead.</param>
    public static int Run(string data, string errors, IReadOnlyList<string> queries)
    {
        var generations = new Generations(ArchiveLocation.IndexIn(Path.GetFullPath(data)));
        using var reader = DirectoryReader.Open(IndexFormat.Current.OpenDirectory(generations.PathOf(generations.Current!)));
        var words = new IndexWords(reader, new TermStates(reader));
        foreach (var query in queries)
            Print(query, words);
        if (queries.Count > 0)
            return 0;
        var rows = File.ReadLines(errors).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Select(parts => (Typed: parts[0], Meant: parts[1])).ToList();
        foreach (var row in rows)
            _ = RescueCandidates.Of(row.Typed, words, CancellationToken.None).Count();

        var (first, any, times) = (0, 0, new List<double>());
        foreach (var (typed, meant) in rows)
        {
            var (started, startedCpu) = (Stopwatch.GetTimestamp(), ThreadClock.Milliseconds);
            var readings = RescueCandidates.Of(typed, words, CancellationToken.None).Select(candidate => candidate.Query).ToList();
            times.Add(ThreadClock.Milliseconds - startedCpu);
            first += readings.FirstOrDefault() == meant ? 1 : 0;
            any += readings.Contains(meant) ? 1 : 0;
            if (readings.FirstOrDefault() != meant)
                Console.WriteLine($"  {typed} → {string.Join(" | ", readings)}, meant was {meant} ({Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} ms)");
        }

        var right = rows.Select(row => row.Meant).Distinct().ToList();
        var corrected = right.Where(word => new TypingErrors(words).Correct(word, CancellationToken.None).Count > 0).ToList();
        Console.WriteLine($"{rows.Count} errors: {first} right at first, {any} among the candidates; of {right.Count} right words {corrected.Count} would be changed: {string.Join(' ', corrected)}");
        Console.WriteLine($"processor time of all candidates: p50 {At(times, 50):0.0} ms, p95 {At(times, 95):0.0} ms, longest {times.Max():0.0} ms");
        Mistype(reader, words);
        return 0;
    }

    private static void Print(string query, IndexWords words)
    {
        var started = ThreadClock.Milliseconds;
        var candidates = RescueCandidates.Of(query, words, CancellationToken.None).ToList();
        Console.WriteLine($"{query} ({ThreadClock.Milliseconds - started:0.0} ms): {string.Join(" | ", candidates.Select(candidate => $"{candidate.Kind.Name()} {candidate.Query}"))}");
    }

    /// <summary>Mistypes words of the index by one edit each and counts how many corrections find the word again.</summary>
    private static void Mistype(IndexReader reader, IndexWords words)
    {
        var random = new Random(Seed);
        var all = new List<string>();
        var terms = MultiFields.GetTerms(reader, FieldNames.Text).GetEnumerator();
        while (terms.MoveNext())
        {
            if (terms.DocFreq >= Seldom && terms.Term.Utf8ToString() is { Length: >= ShortestWord } word && word.All(char.IsLetter))
                all.Add(word);
        }

        var (left, found, spelled, other, none) = (0, 0, 0, 0, 0);
        for (var i = 0; i < Mistyped; i++)
        {
            var meant = all[random.Next(all.Count)];
            var typed = Slip(meant, random);
            var corrected = new TypingErrors(words).Correct(typed, CancellationToken.None);
            if (typed == meant || words.Found(typed) >= Seldom)
                left++;
            else if (corrected.Count == 0)
                none++;
            else if (corrected[0] == meant)
                spelled++;
            else if (Lexicon.Of(corrected[0], isShouted: false).Finds(Lexicon.Of(meant, isShouted: false)))
                found++;
            else
                other++;
        }

        Console.WriteLine($"{Mistyped} words mistyped at random: {left} are other words by that; of the rest {spelled} corrected, {found} to another form, {other} to another word, {none} not");
    }

    private static string Slip(string word, Random random)
    {
        var at = random.Next(1, word.Length - 1);
        var letter = word[0] < 'а' ? (char)random.Next('a', 'z' + 1) : Letters[random.Next(Letters.Length)];
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => $"{word[..at]}{letter}{word[(at + 1)..]}",
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
