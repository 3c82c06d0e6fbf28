using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>
/// How well case forms find each other: for every ordered pair of forms of a lemma, whether one finds the other (recall, by class), and
/// of all other forms found, the share that has a lemma in common with the query (precision).
/// </summary>
internal static class MorphologyMeasure
{
    /// <param name="forms">Tab-separated: lemma, class, forms separated by spaces; one line of names first.</param>
    /// <param name="lemmas">Tab-separated: form, its lemmas.</param>
    public static int Run(string forms, string lemmas)
    {
        var rows = File.ReadLines(forms).Skip(1).Select(line => line.Split('\t')).Select(parts => (Class: parts[1], Forms: parts[2].Split(' '))).ToList();
        var lemmasOf = File.ReadLines(lemmas).Skip(1).Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1].Split([' ', ',', ';', '|']).ToHashSet());
        foreach (var group in rows.GroupBy(row => row.Class))
        {
            var pairs = group.SelectMany(row => row.Forms.SelectMany(a => row.Forms.Where(b => a != b).Select(b => Of(a).Finds(Of(b))))).ToList();
            Console.WriteLine($"recall {group.Key,-6} {100.0 * pairs.Count(met => met) / pairs.Count,6:0.00} %  of {pairs.Count} pairs");
        }

        Console.WriteLine($"precision     {100 * Precision(lemmasOf):0.0} %");
        return 0;
    }

    private static double Precision(Dictionary<string, HashSet<string>> lemmasOf)
    {
        var byTerm = lemmasOf.Keys.SelectMany(form => Of(form).Terms.Select(term => (term, form))).ToLookup(pair => pair.term, pair => pair.form);
        var (found, right) = (0L, 0L);
        foreach (var query in lemmasOf.Keys)
        {
            foreach (var form in Of(query).Sought.SelectMany(term => byTerm[term]).Distinct().Where(form => form != query))
            {
                found++;
                right += lemmasOf[query].Overlaps(lemmasOf[form]) ? 1 : 0;
            }
        }

        return (double)right / found;
    }

    private static WordForms Of(string word) => Lexicon.Of(word, isShouted: false);
}
