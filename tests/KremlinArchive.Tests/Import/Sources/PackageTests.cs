using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Sources;

public sealed class PackageTests : IDisposable
{
    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(".zip")]
    [InlineData(".tar")]
    [InlineData(".tar.gz")]
    [InlineData(".tgz")]
    [InlineData(".tar.xz")]
    public void TheFilesOfAnArchiveComeInItsOrder(string ending)
    {
        var entries = Read(ending, Packed.Of(ending));
        Assert.Equal(Packed.TwoPages.Select(page => $"pages{ending}!{page.Name}"), entries.Select(Name));
        Assert.Equal(Packed.TwoPages.Select(page => page.Text), entries.Select(entry => Encoding.UTF8.GetString(entry.Capture.Bytes.Span)));
        Assert.All(entries, entry => Assert.Null(entry.Verdict));
    }

    [Theory]
    [InlineData(".zip")]
    [InlineData(".tar")]
    [InlineData(".tar.gz")]
    [InlineData(".tar.xz")]
    public void WhereverAnArchiveIsCutOffWhatCameBeforeCountsAndTheArchiveIsRefused(string ending)
    {
        var whole = Packed.Of(ending);

        // What may be missing without a loss: a tar file's last padding, the last bits and the check sum of a gzip file.
        var needed = ending switch
        {
            ".tar" => whole.AsSpan().LastIndexOfAnyExcept((byte)0) + 1,
            ".tar.gz" => whole.Length - 12,
            _ => whole.Length,
        };
        for (var length = 0; length < needed; length += ending == ".tar" ? 64 : 1)
        {
            var entries = Read(ending, whole[..length]);
            Assert.Equal($"pages{ending}", Name(entries[^1]));
            Assert.NotEmpty(Reason(entries[^1]));
            Assert.Equal(Packed.TwoPages.Take(entries.Count - 1).Select(page => page.Text), entries.SkipLast(1).Select(entry => Encoding.UTF8.GetString(entry.Capture.Bytes.Span)));
        }
    }

    [Theory]
    [InlineData(".zip")]
    [InlineData(".tar")]
    [InlineData(".tar.gz")]
    [InlineData(".tar.xz")]
    public void WhateverByteIsDamagedNothingWorseThanAReasonComesOfIt(string ending)
    {
        var random = new Random(20211207);
        for (var round = 0; round < 300; round++)
        {
            var bytes = Packed.Of(ending);
            for (var change = 0; change < 3; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.All(Read(ending, bytes), entry => Assert.NotNull(entry.Capture.Sha256));
        }
    }

    [Theory]
    [InlineData(".zip")]
    [InlineData(".tar.gz")]
    [InlineData(".tar.xz")]
    public void WhatOnlyBearsTheNameOfAnArchiveIsRefusedWithItsBytes(string ending)
    {
        var entry = Assert.Single(Read(ending, "<p>a page</p>"u8.ToArray()));
        Assert.NotEmpty(Reason(entry));
        Assert.Equal("<p>a page</p>", Encoding.UTF8.GetString(entry.Capture.Bytes.Span));
    }

    [Theory]
    [InlineData("../1.html")]
    [InlineData("/etc/1.html")]
    [InlineData("news/../../1.html")]
    [InlineData("..\\1.html")]
    [InlineData("C:\\1.html")]
    public void ANameThatLeadsOutOfTheFolderIsRefusedWithItsBytes(string name)
    {
        foreach (var (ending, bytes) in Both((name, "<p>x</p>"), ("2.html", "<p>y</p>")))
        {
            var entries = Read(ending, bytes);
            Assert.Contains("leads out", Reason(entries[0]), StringComparison.Ordinal);
            Assert.Equal("<p>x</p>", Encoding.UTF8.GetString(entries[0].Capture.Bytes.Span));
            Assert.Null(entries[1].Verdict);
        }
    }

    [Fact]
    public void DotsThatStayWithinTheFolderAreAllowed() =>
        Assert.All(Both(("./a/../1.html", "x")), archive => Assert.Null(Assert.Single(Read(archive.Ending, archive.Bytes)).Verdict));

    [Fact]
    public void LinksInATarAreNotFollowed()
    {
        var entries = Read(".tar", Packed.Tar(
            new PaxTarEntry(TarEntryType.SymbolicLink, "news/in.html") { LinkName = "../1.html" },
            new PaxTarEntry(TarEntryType.SymbolicLink, "news/out.html") { LinkName = "../../1.html" },
            new PaxTarEntry(TarEntryType.SymbolicLink, "news/root.html") { LinkName = "/etc/passwd" },
            new PaxTarEntry(TarEntryType.HardLink, "news/hard.html") { LinkName = "news/1.html" },
            new PaxTarEntry(TarEntryType.HardLink, "news/hardout.html") { LinkName = "../1.html" },
            new PaxTarEntry(TarEntryType.Fifo, "pipe.html"),
            new PaxTarEntry(TarEntryType.CharacterDevice, "device.html")));
        Assert.Equal("s q q s q s s", string.Join(' ', entries.Select(entry => entry.Verdict is PageReading.Skipped ? "s" : "q")));
        Assert.All(entries, entry => Assert.Equal(0, entry.Capture.Length));
    }

    [Fact]
    public void ALinkInAZipIsNotFollowed()
    {
        var entries = Read(".zip", Packed.Zip(zip =>
        {
            var link = zip.CreateEntry("news/out.html");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            Packed.Write(link, "../../etc/passwd"u8.ToArray());
        }));
        Assert.Contains("etc/passwd", Reason(Assert.Single(entries)), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEncryptedFileIsNamedOnceForTheArchive()
    {
        var entries = Read(".zip", Packed.Alter(Packed.Of(".zip"), 6, 8, 1));
        Assert.Contains("2 of its 2 files are encrypted", Reason(Assert.Single(entries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(200)]
    public void AFileThatLiesAboutItsSizeIsRefused(byte size)
    {
        var entries = Read(".zip", Packed.Alter(Packed.Of(".zip"), 22, 24, size, 0, 0, 0));
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.NotEmpty(Reason(entry)));
    }

    [Fact]
    public void AFileThatDoesNotMatchItsCheckSumIsRefused()
    {
        var zip = Packed.Zip(zip => Packed.Write(zip.CreateEntry("1.html", CompressionLevel.NoCompression), "<p>page</p>"u8.ToArray()));
        zip[zip.AsSpan().IndexOf("page"u8)] = (byte)'P';
        Assert.Contains("check sum", Reason(Assert.Single(Read(".zip", zip))), StringComparison.Ordinal);
    }

    [Fact]
    public void AnArchiveThatUnpacksToTooMuchIsStopped()
    {
        var limits = new SourceLimits { FreeOfRatio = 100_000, LargestRatio = 50 };
        foreach (var (ending, bytes) in Both(("1.html", "<p>ok</p>"), ("bomb.html", new string('0', 5_000_000)), ("3.html", "<p>never</p>")))
        {
            var entries = Read(ending, bytes, limits);
            Assert.Equal(2, entries.Count);
            Assert.Null(entries[0].Verdict);
            Assert.Contains("bombs", Reason(entries[1]), StringComparison.Ordinal);
            Assert.Equal(bytes, entries[1].Capture.Bytes.ToArray());
        }
    }

    [Fact]
    public void AFileLargerThanAnyMayBeStopsTheArchive()
    {
        foreach (var (ending, bytes) in Both(("1.html", "<p>ok</p>"), ("big.html", new string('0', 5000))))
            Assert.Contains("larger than", Reason(Read(ending, bytes, new SourceLimits { LargestFile = 4000 })[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void AnArchiveWithinAnArchiveIsRefusedWithItsBytes()
    {
        var inner = Encoding.Latin1.GetString(Packed.Of(".zip"));
        var entry = Assert.Single(Read(".tar", Packed.Tar(("inner.zip", inner))));
        Assert.Contains("within an archive", Reason(entry), StringComparison.Ordinal);
        Assert.NotEqual(0, entry.Capture.Length);
    }

    [Theory]
    [InlineData(".zip")]
    [InlineData(".tar")]
    public void AnArchiveWithoutFilesSaysSo(string ending)
    {
        var entry = Assert.Single(Read(ending, ending == ".zip" ? Packed.Zip() : new byte[1024]));
        Assert.Contains("no files", Assert.IsType<PageReading.Skipped>(entry.Verdict).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void RussianNamesOfAnOldWindowsZipAreRead()
    {
        var dos = CodePagesEncodingProvider.Instance.GetEncoding(866)!;
        var zip = Packed.Alter(Packed.Zip(zip => Packed.Write(zip.CreateEntry("новости/1.html"), [1]), dos), 6, 8, 0, 0);
        Assert.Equal("pages.zip!новости/1.html", Name(Assert.Single(Read(".zip", zip))));
    }

    [Fact]
    public void AnArchiveOfAnotherFormatIsRefusedAndNotSkipped() =>
        Assert.Contains("not read", Reason(Assert.Single(Read(".warc.zst", [1, 2, 3]))), StringComparison.Ordinal);

    [Fact]
    public void TheCorpusPagesInAnArchiveAreReadToTheLast()
    {
        var path = Corpus.Need("pages", "en-president-news-2020-listpages.tar.xz");
        var entries = new PageSource().Read([path], TestContext.Current.CancellationToken).ToList();
        Assert.Equal(2214, entries.Count);
        Assert.All(entries, entry => Assert.Null(entry.Verdict));
    }

    private static (string Ending, byte[] Bytes)[] Both(params (string Name, string Text)[] files) =>
        [(".zip", Packed.Zip(files)), (".tar.gz", Packed.Gzip(Packed.Tar(files)))];

    private List<SourceEntry> Read(string ending, byte[] bytes, SourceLimits? limits = null) =>
        [.. new PageSource(limits).Read([folder.Write("pages" + ending, bytes)], TestContext.Current.CancellationToken)];

    private static string Reason(SourceEntry entry) => Assert.IsType<PageReading.Unreadable>(entry.Verdict).Reason;

    private string Name(SourceEntry entry) => entry.Capture.Source[(folder.Path.Length + 1)..];
}
