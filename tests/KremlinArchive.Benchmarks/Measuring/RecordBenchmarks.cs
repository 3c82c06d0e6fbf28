using System.Text;
using BenchmarkDotNet.Attributes;
using KremlinArchive.Benchmarks.Generating;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Answers;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Benchmarks.Measuring;

/// <summary>What is done to a single record: reading its page, marking a query in it for the reading page.</summary>
[MemoryDiagnoser]
public class RecordBenchmarks
{
    private readonly PageReader reader = new();
    private Capture page = null!;
    private KremlinArchive.Records.ArchiveRecord record = null!;

    [GlobalSetup]
    public void Prepare()
    {
        page = Capture.Of("100000.html", Encoding.UTF8.GetBytes(SyntheticPage.Write(100_000, isRussian: true, Vocabulary.Russian(1), 900, new Random(5))));
        record = ((PageReading.Documents)reader.Read(page)).Records[0];
    }

    [Benchmark]
    public PageReading Parse() => reader.Read(page);

    [Benchmark]
    public MarkedRecord Mark() => ArchiveIndex.Mark(record, new SearchRequest { Query = record.Title });
}
