using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search;

/// <summary>The measure of the shared sets, taken through the real index: one record a form, one search a form.</summary>
public sealed class MorphologyTests(ITestOutputHelper output)
{
    private const double Precision = 97;

    private static readonly (string Class, double Goal)[] Goals =
        [("NAME", 99.5), ("PLACE", 99.5), ("PROPN", 98), ("NOUN", 98.5), ("ADJ", 98.5), ("VERB", 96)];

    [Fact]
    public async Task FormsFindEachOtherAsOftenAsTheGoalsSay()
    {
        var words = Rows("morphology-dev.tsv").Select(row => (Class: row[1], Forms: row[2].Split(' '))).ToList();
        var lemmas = Rows("lemmas-dev.tsv").ToDictionary(row => row[0], row => row[1].Split(' ').ToHashSet(StringComparer.Ordinal));
        var forms = words.SelectMany(word => word.Forms).Distinct().Order(StringComparer.Ordinal).ToList();
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current, batchSize: 1000);
        await archive.AddAsync([.. forms.Select((form, at) => Holding(form, at + 1))]);
        var found = forms.ToDictionary(form => form, form => Find(archive, form).Select(number => forms[number - 1]).ToHashSet(StringComparer.Ordinal));

        foreach (var (name, goal) in Goals)
        {
            var pairs = words.Where(word => word.Class == name)
                .SelectMany(word => word.Forms.SelectMany(query => word.Forms.Where(form => form != query).Select(form => found[query].Contains(form)))).ToList();
            var recall = 100.0 * pairs.Count(met => met) / pairs.Count;
            output.WriteLine($"{name,-6} {recall,6:0.00} of {goal} over {pairs.Count} pairs");
            Assert.True(recall >= goal, $"{name}: {recall:0.00}");
        }

        var others = found.SelectMany(pair => pair.Value.Where(form => form != pair.Key).Select(form => Share(lemmas, pair.Key, form))).ToList();
        var precision = 100.0 * others.Count(shared => shared) / others.Count;
        output.WriteLine($"precision {precision:0.00} of {Precision} over {others.Count} finds");
        Assert.True(precision >= Precision, $"precision: {precision:0.00}");
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Corpus.NeedMeasure(file)).Skip(1).Select(line => line.Split('\t'));

    private static bool Share(Dictionary<string, HashSet<string>> lemmas, string query, string form) =>
        lemmas.TryGetValue(query, out var wanted) && lemmas.TryGetValue(form, out var had) && wanted.Overlaps(had);

    private static ArchiveRecord Holding(string form, int number) =>
        Documents.Record($"ru/events/{number}", "1", form);

    private static IEnumerable<int> Find(SearchedArchive archive, string form)
    {
        var request = new SearchRequest { Query = form, Size = SearchRequest.LargestSize };
        for (; ; request = request with { Page = request.Page + 1 })
        {
            var answer = archive.Ask(request);
            foreach (var hit in answer.Hits)
                yield return hit.Id.Number;
            if ((long)request.Page * request.Size >= answer.Total)
                yield break;
        }
    }
}
