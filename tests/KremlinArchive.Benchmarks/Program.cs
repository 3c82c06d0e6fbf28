using BenchmarkDotNet.Running;
using KremlinArchive.Benchmarks.Generating;
using KremlinArchive.Benchmarks.Measuring;

const string Usage = """
    Measures the archive. Run it in Release:  dotnet run -c Release --project tests/KremlinArchive.Benchmarks -- VERB …

      import PATH…                            captures, stores and indexes pages in a fresh archive: pages/s, seconds, peak memory
      query URL [ROUNDS]                      asks a running server, one client: p50 and p95 of searches and of pages
      generate FILE.tar.gz [--documents N] [--seed S]
                                              writes invented pages in the site's markup: Zipf words, two languages, transcripts
      micro [BenchmarkDotNet's arguments]     parse, analyze and write one record
    """;

switch (args)
{
    case ["import", .. { Length: > 0 } paths]:
        return await ImportMeasure.RunAsync(paths);
    case ["query", var address]:
        return await QueryMeasure.RunAsync(new Uri(address), rounds: 5);
    case ["query", var address, var rounds] when int.TryParse(rounds, out var count):
        return await QueryMeasure.RunAsync(new Uri(address), count);
    case ["generate", var file, .. var options] when GeneratorOptions.Parse(options) is { } wanted:
        return await SyntheticCorpus.WriteAsync(file, wanted);
    case ["micro", .. var options]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
