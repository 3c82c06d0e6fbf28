using BenchmarkDotNet.Running;
using KremlinArchive.Benchmarks.Generating;
using KremlinArchive.Benchmarks.Dictionaries;
using KremlinArchive.Benchmarks.Load;
using KremlinArchive.Benchmarks.Measuring;
using KremlinArchive.Benchmarks.Relevance;
using KremlinArchive.Benchmarks.Search;

const string Usage = """
    Measures the archive. Run it in Release:  dotnet run -c Release --project tests/KremlinArchive.Benchmarks -- VERB …

      import PATH…                            captures, stores and indexes pages in a fresh archive: pages/s, seconds, peak memory
      query URL [ROUNDS]                      asks a running server, one client: p50 and p95 of searches and of pages
      pages --url URL [--connections N] [--seconds S]
                                              search pages of a running server: p50, p95, pages/s; bytes of the first page
      readers --url URL [--readers N] [--minutes M | --seconds S] [--think MS] [--process ID]
                                              readers click through it: errors, p50, p95, p99, and its memory over time
      unbroken --url URL [--requests N] [--connections N] [--midway COMMAND]
                                              so many reads, of which none may fail though a command breaks something halfway
      fill DATA PATH…                         imports pages into the archive in the directory DATA
      index DATA [ROUNDS]                     rebuilds that archive's index so many times in one process: records/s, size
      ask DATA                                times a mixture of searches of that archive in this process
      types DATA [TYPE…]                      times every type of query over that archive, or those whose names begin so: p50, p95, p99
      suggest DATA                            types titles and names of that archive letter by letter: p50 and p95 of a suggestion
      rescue DATA ERRORS.tsv [QUERY…]         corrects mistyped words by that archive's index: right ones, changed right words, time;
                                              or prints the other readings of queries
      diff [CHARACTERS]                       compares an invented transcript with an edited copy: ms of the processor
      morphology FORMS.tsv LEMMAS.tsv         recall and precision of the analysis of words
      relevance DATA [--postgres CONNECTION] [--set FOLDER]
                                              ranking on the judged topics, beside stock Lucene and PostgreSQL: nDCG@10, MRR@10, recall@100
      pool DATA [--postgres CONNECTION] [--set FOLDER]
                                              what stands in the first twenty of those systems and was not judged, for a judge to read
      analysis TEXT…                          loading the dictionary: ms, MB; reading texts into words: MB/s of one core
      dictionary DICTS FILE                   compiles the Russian dictionary from the folder "dicts" of the npm package az
      generate FILE.tar.gz|FILE.warc.gz [--documents N] [--seed S] [--paragraphs P]
                                              writes invented pages in the site's markup: Zipf words, two languages, transcripts;
                                              a page has at most P paragraphs (900: 4.1 kB of text on average)
      verify DATA                             proves that archive and its index: seconds of each stage, peak memory
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
    case ["pages", .. var options] when LoadOptions.Parse(options) is { } load:
        return await PagesMeasure.RunAsync(load);
    case ["readers", .. var options] when LoadOptions.Parse(options) is { } load:
        return await ReadersMeasure.RunAsync(load);
    case ["unbroken", .. var options] when LoadOptions.Parse(options) is { } load:
        return await UnbrokenMeasure.RunAsync(load);
    case ["fill", var data, .. { Length: > 0 } paths]:
        return await SearchMeasure.FillAsync(data, paths);
    case ["index", var data]:
        return await SearchMeasure.IndexAsync(data, rounds: 1);
    case ["index", var data, var rounds] when int.TryParse(rounds, out var count):
        return await SearchMeasure.IndexAsync(data, count);
    case ["ask", var data]:
        return await SearchMeasure.AskAsync(data);
    case ["types", var data, .. var chosen]:
        return await QueryTypesMeasure.RunAsync(data, chosen);
    case ["verify", var data]:
        return await VerifyMeasure.RunAsync(data);
    case ["suggest", var data]:
        return await SuggestMeasure.RunAsync(data);
    case ["rescue", var data, var errors, .. var queries]:
        return RescueMeasure.Run(data, errors, queries);
    case ["diff"]:
        return DiffMeasure.Run(236_000);
    case ["diff", var length] when int.TryParse(length, out var characters):
        return DiffMeasure.Run(characters);
    case ["morphology", var forms, var lemmas]:
        return MorphologyMeasure.Run(forms, lemmas);
    case ["relevance", .. var options] when RelevanceOptions.Parse(options) is { } wanted:
        return await RelevanceMeasure.RunAsync(wanted);
    case ["pool", .. var options] when RelevanceOptions.Parse(options) is { } wanted:
        return await RelevanceMeasure.PrintPoolAsync(wanted);
    case ["analysis", .. { Length: > 0 } files]:
        return AnalysisMeasure.Run(files);
    case ["dictionary", var directory, var target]:
        return DictionaryBuild.Run(directory, target);
    case ["generate", var file, .. var options] when GeneratorOptions.Parse(options) is { } wanted:
        return await SyntheticCorpus.WriteAsync(file, wanted);
    case ["micro", .. var options]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
