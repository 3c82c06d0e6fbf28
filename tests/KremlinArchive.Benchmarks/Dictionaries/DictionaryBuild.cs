using KremlinArchive.Search.Analysis.Dictionary;

namespace KremlinArchive.Benchmarks.Dictionaries;

/// <summary>Compiles the Russian dictionary of data/language.</summary>
internal static class DictionaryBuild
{
    public static int Run(string directory, string target)
    {
        var compiler = new DictionaryCompiler();
        foreach (var (form, lemma, tag) in new OpenCorporaForms(directory).Read())
            compiler.Add(form, lemma, tag[..4] is "NOUN" or "ADJF" or "ADJS");
        using var file = File.Create(target);
        compiler.Write(file);
        Console.WriteLine($"{compiler.Count:N0} forms in {file.Length / 1024.0 / 1024:0.0} MB");
        return 0;
    }
}
