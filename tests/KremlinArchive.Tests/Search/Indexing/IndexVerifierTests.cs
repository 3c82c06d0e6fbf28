using KremlinArchive.Search.Indexing;
using KremlinArchive.Store.Reading;
using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KremlinArchive.Tests.Search.Indexing;

public sealed class IndexVerifierTests
{
    [Fact]
    public async Task AnIndexThatShowsTheArchiveIsWhole()
    {
        using var archive = await FilledAsync();
        var told = new List<VerifyProgress>();
        var verified = await archive.Index.VerifyAsync(new VerifyWatch { Advanced = told.Add }, TestContext.Current.CancellationToken);
        Assert.Equal((7, 7, true), (verified.Records, verified.Change, verified.IsComparable));
        Assert.Empty(verified.Damage);
        Assert.Equal(new VerifyProgress(VerifyStage.Index, 0, 7), Assert.Single(told));
    }

    [Fact]
    public async Task WhatIsNotIndexedYetIsNoDamage()
    {
        using var archive = await FilledAsync();
        await archive.StoreAsync(Documents.Record("ru/events/1", paragraphs: "Правка."), Documents.Record("ru/events/50"));
        var verified = await archive.Index.VerifyAsync(new VerifyWatch(), TestContext.Current.CancellationToken);
        Assert.Equal((6, 7, 0), (verified.Records, verified.Change, verified.Damage.Count));
    }

    [Fact]
    public async Task WhatIsMissingDoubledStrangeOrStaleIsNamed()
    {
        using var archive = await FilledAsync();
        Alter(archive, writer =>
        {
            writer.DeleteDocuments(new Term(FieldNames.Id, "ru/events/1"));
            writer.AddDocument(RecordDocument.Of(Standing("ru/events/2")));
            writer.AddDocument(RecordDocument.Of(Standing("ru/events/99")));
            writer.UpdateDocument(new Term(FieldNames.Id, "ru/events/3"), RecordDocument.Of(Standing("ru/events/3", paragraphs: "Другое.")));
            writer.UpdateDocument(new Term(FieldNames.Id, "ru/events/4"), RecordDocument.Of(Standing("ru/events/4", title: "Другое")));
        });
        archive.Reopen();
        var verified = await archive.Index.VerifyAsync(new VerifyWatch(), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["index, ru/events/1: The index lacks it.", "index, ru/events/2: The index holds it more than once.", "index, ru/events/3: The index holds another state of it than the current version.", "index, ru/events/4: The index holds another state of it than the current version.", "index, ru/events/99: The index holds it, and the archive does not."],
            verified.Damage.Select(damage => $"{damage.Where}: {damage.What}"));
    }

    [Fact]
    public async Task AFileWhoseBytesWereChangedIsFoundByItsCheckSumAndTheNextTurnReplacesIt()
    {
        using var archive = await FilledAsync();
        var file = new DirectoryInfo(archive.IndexDirectory).EnumerateFiles("*.fdt", SearchOption.AllDirectories).Concat(new DirectoryInfo(archive.IndexDirectory).EnumerateFiles("*.cfs", SearchOption.AllDirectories)).MaxBy(found => found.Length)!;
        var bytes = await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0xFF;
        await File.WriteAllBytesAsync(file.FullName, bytes, TestContext.Current.CancellationToken);
        archive.Reopen();

        var verified = await archive.Index.VerifyAsync(new VerifyWatch(), TestContext.Current.CancellationToken);
        Assert.StartsWith("index", Assert.Single(verified.Damage).Where, StringComparison.Ordinal);
        await archive.Index.CatchUpAsync(TestContext.Current.CancellationToken);
        Assert.Empty((await archive.Index.VerifyAsync(new VerifyWatch(), TestContext.Current.CancellationToken)).Damage);
        Assert.Equal(7, archive.Find("абзац").Count);
    }

    private static async Task<SearchedArchive> FilledAsync() =>
        await SearchedArchive.WithAsync([.. Enumerable.Range(1, 7).Select(number => Documents.Record($"ru/events/{number}"))]);

    /// <summary>Changes the index behind the archive's back, under the mark of its last commit.</summary>
    private static void Alter(SearchedArchive archive, Action<IndexWriter> change)
    {
        var generation = Directory.GetDirectories(archive.IndexDirectory).Single();
        using var directory = IndexFormat.Current.OpenDirectory(generation);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { Codec = IndexFormat.Current.Codec });
        var mark = writer.CommitData;
        change(writer);
        writer.SetCommitData(mark);
        writer.Commit();
    }

    private static StoredRecord Standing(string id, string title = "Invented", string paragraphs = "Invented.") => new()
    {
        Record = Documents.Record(id, title: title, paragraphs: paragraphs),
        Version = 1,
        Versions = 1,
        CapturedAt = null,
        ImportedAt = DateTimeOffset.UnixEpoch,
        Sha256 = "",
        HasTranslation = false,
    };
}
