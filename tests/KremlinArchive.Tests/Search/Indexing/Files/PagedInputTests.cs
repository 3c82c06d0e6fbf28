using CsCheck;
using KremlinArchive.Search.Indexing.Files;
using KremlinArchive.Tests.Support;
using Lucene.Net.Store;

namespace KremlinArchive.Tests.Search.Indexing.Files;

public sealed class PagedInputTests : IDisposable
{
    private const int Most = 5 * PageCache.PageSize;

    private static readonly Gen<byte[]> Contents = Gen.Byte.Array[0, Most];

    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void WhateverIsReadAnywhereIsWhatTheFileHas() => Gen.Select(Contents, Gen.Select(Gen.Double[0, 1], Gen.Int[0, 40_000]).Array[1, 20]).Sample(
        (bytes, reads) =>
        {
            using var input = Open(bytes, capacity: 2 * PageCache.PageSize);
            foreach (var (where, many) in reads)
            {
                var start = (int)(where * bytes.Length);
                var length = Math.Min(many, bytes.Length - start);
                var read = new byte[length];
                input.Seek(start);
                input.ReadBytes(read, 0, length);
                Assert.Equal(bytes[start..(start + length)], read);
                Assert.Equal(start + length, input.Position);
            }
        },
        iter: 50);

    [Fact]
    public void ByteAfterByteIsTheFile()
    {
        var bytes = Invented(PageCache.PageSize + 3);
        using var input = Open(bytes);
        Assert.Equal(bytes.Length, input.Length);
        Assert.Equal(bytes, Enumerable.Range(0, bytes.Length).Select(_ => input.ReadByte()));
    }

    [Fact]
    public void APartOfAFileBeginsAndEndsWhereItShould()
    {
        var bytes = Invented(3 * PageCache.PageSize);
        using var file = Write(bytes, new PageCache(long.MaxValue));
        using var part = new PagedInput("part", file, PageCache.PageSize - 5, 20, isOwner: false);
        var read = new byte[20];
        part.ReadBytes(read, 0, 20);
        Assert.Equal(bytes[(PageCache.PageSize - 5)..(PageCache.PageSize + 15)], read);
        Assert.Throws<EndOfStreamException>(() => part.ReadByte());
        Assert.Throws<EndOfStreamException>(() => part.Seek(21));
    }

    [Fact]
    public void ACloneReadsForItselfAndLeavesTheFileOpen()
    {
        var bytes = Invented(100);
        using var input = Open(bytes);
        input.Seek(10);
        using (var clone = (IndexInput)input.Clone())
        {
            clone.Seek(50);
            Assert.Equal(bytes[50], clone.ReadByte());
        }

        Assert.Equal(bytes[10], input.ReadByte());
    }

    [Fact]
    public void WhatIsReadBeyondTheBoundIsLetGoOf()
    {
        var cache = new PageCache(2 * PageCache.PageSize);
        using var file = Write(Invented(Most), cache);
        for (var round = 0; round < 3; round++)
        {
            for (var page = 0; page < 5; page++)
                _ = file.PageAt(page);
        }

        Assert.Equal(2 * PageCache.PageSize, cache.Size);
    }

    [Fact]
    public void ClosedFilesLeaveNoPagesBehindAndMakeRoomForOthers()
    {
        var cache = new PageCache(2 * PageCache.PageSize);
        for (var i = 0; i < 4; i++)
        {
            using (var file = Write(Invented(2 * PageCache.PageSize), cache))
            {
                _ = (file.PageAt(0), file.PageAt(1));
                Assert.Equal(2 * PageCache.PageSize, cache.Size);
            }

            Assert.Equal(0, cache.Size);
        }
    }

    [Fact]
    public void AClosedFileIsNotRead()
    {
        var input = Open(Invented(10));
        input.Dispose();
        Assert.Throws<ObjectDisposedException>(() => input.ReadByte());
    }

    [Fact]
    public void AFileThatWasCutShortIsDamaged()
    {
        var path = Path.Combine(directory.Path, "cut");
        File.WriteAllBytes(path, Invented(100));
        using var file = new PagedFile(path, new PageCache(long.MaxValue));
        using (var writer = File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            writer.SetLength(50);
        Assert.Throws<EndOfStreamException>(() => file.PageAt(0));
    }

    private static byte[] Invented(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private PagedInput Open(byte[] bytes, long capacity = long.MaxValue)
    {
        var file = Write(bytes, new PageCache(capacity));
        return new PagedInput("file", file, 0, bytes.Length, isOwner: true);
    }

    private PagedFile Write(byte[] bytes, PageCache cache)
    {
        var path = Path.Combine(directory.Path, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, bytes);
        return new PagedFile(path, cache);
    }
}
