using KremlinArchive.Benchmarks.Search;

switch (args)
{
    case ["morphology", var forms, var lemmas]:
        MorphologyMeasure.Run(forms, lemmas);
        return 0;
    case ["fill", var data, .. var paths] when paths.Length > 0:
        await SearchMeasure.FillAsync(data, paths);
        return 0;
    case ["index", var data]:
        await SearchMeasure.IndexAsync(data);
        return 0;
    case ["ask", var data]:
        await SearchMeasure.AskAsync(data);
        return 0;
    default:
        Console.Error.WriteLine("""
            Usage: morphology FORMS.tsv LEMMAS.tsv   recall and precision of the analysis
                   fill DATA PATH…                   import pages into an archive
                   index DATA                        rebuild the archive's index
                   ask DATA                          time a mixture of queries
            """);
        return 2;
}
