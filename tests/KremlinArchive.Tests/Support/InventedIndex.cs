using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Rescues;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KremlinArchive.Tests.Support;

/// <summary>A real index in memory of invented texts, with the archive's own terms, in two segments.</summary>
internal sealed class InventedIndex : IDisposable
{
    // Every field brings its terms.
    private static readonly Analyzer Unused = Analyzer.NewAnonymous((_, _) => throw new NotSupportedException());

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;

    /// <param name="texts">The texts, each with the number of records that have it.</param>
    public InventedIndex(params (string Text, int Records)[] texts)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, Unused)))
        {
            foreach (var (index, (text, records)) in texts.Index())
            {
                for (var i = 0; i < records; i++)
                    writer.AddDocument(Document(text));
                if (index == texts.Length / 2)
                    writer.Commit();
            }
        }

        reader = DirectoryReader.Open(directory);
    }

    /// <summary>The words of the index, for one thread.</summary>
    public IndexWords Words => new(reader, new TermStates(reader));

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private static Document Document(string text)
    {
        var terms = new FieldTerms();
        terms.Add(text);
        return [new TextField(FieldNames.Text, terms.ToStream())];
    }
}
