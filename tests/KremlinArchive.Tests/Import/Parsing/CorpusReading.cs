using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Parsing;

/// <summary>All 5,785 pages of the corpus, read once for all tests of the collection; with what an independent look at their bodies found.</summary>
public sealed class CorpusReading
{
    private readonly Lazy<Result> result = new(ReadAll);

    /// <summary>What was read, by the page's number; skips the test where the corpus is absent.</summary>
    internal Result Pages
    {
        get
        {
            Corpus.Need("pages");
            return result.Value;
        }
    }

    private static Result ReadAll()
    {
        var (reader, result) = (new PageReader(), new Result());
        Parallel.ForEach(Archive(Corpus.Need("pages", "en-president-news-2020.tar.gz")), page =>
        {
            var number = Path.GetFileNameWithoutExtension(page.Name);
            if (reader.Read(Capture.Of(page.Name, page.Bytes)) is not PageReading.Documents { Records: [var record] })
            {
                result.NotRead.Add(page.Name);
                return;
            }

            result.Records[number] = record;
            if (BodyByPattern.Difference(Encoding.UTF8.GetString(page.Bytes), record.Passages) is { } difference)
                result.Differences[number] = difference;
        });
        return result;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Archive(string path)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null)
                continue;
            var bytes = new byte[entry.Length];
            entry.DataStream.ReadExactly(bytes);
            yield return (entry.Name, bytes);
        }
    }

    /// <summary>What reading the corpus gave.</summary>
    internal sealed class Result
    {
        internal ConcurrentDictionary<string, ArchiveRecord> Records { get; } = [];

        internal ConcurrentDictionary<string, string> Differences { get; } = [];

        internal ConcurrentBag<string> NotRead { get; } = [];
    }
}

/// <summary>The tests that share one reading of the corpus.</summary>
[CollectionDefinition(nameof(CorpusCollection))]
public sealed class CorpusCollection : ICollectionFixture<CorpusReading>;
