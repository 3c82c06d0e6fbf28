using KremlinArchive.Benchmarks.Search;

switch (args)
{
    case ["morphology", var forms, var lemmas]:
        MorphologyMeasure.Run(forms, lemmas);
        return 0;
    default:
        Console.Error.WriteLine("Usage: morphology FORMS.tsv LEMMAS.tsv");
        return 2;
}
