using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Sources;

public sealed class PageSourceTests : IDisposable
{
    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileGivesItsBytesAsTheyAreAndTheirHash()
    {
        var bytes = "\r\n<p>Привет\0</p>"u8.ToArray();
        var path = folder.Write("1.html", bytes);
        var entry = Assert.Single(Read(path));
        Assert.Null(entry.Verdict);
        Assert.Equal(bytes, entry.Capture.Bytes.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), entry.Capture.Sha256);
        Assert.Equal(path, entry.Capture.Source);
        Assert.Null(entry.Capture.CapturedAt);
    }

    [Fact]
    public void AFolderIsWalkedInTheOrderOfItsNames()
    {
        foreach (var name in (string[])["b/2.html", "b/10.html", "a.txt", "c", "b/a/1.htm"])
            folder.Write(name, [1]);
        Assert.Equal(["a.txt", "b/10.html", "b/2.html", "b/a/1.htm", "c"], Read(folder.Path).Select(entry => Below(entry)));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("INDEX.csv")]
    [InlineData("site.css")]
    [InlineData("data.json")]
    [InlineData("page.html.gz")]
    [InlineData(".DS_Store")]
    [InlineData("._1.html")]
    public void AFileOfAnotherKindIsSkippedUnread(string name)
    {
        folder.Write(name, [1, 2, 3]);
        var entry = Assert.Single(Read(folder.Path));
        Assert.IsType<PageReading.Skipped>(entry.Verdict);
        Assert.Equal(0, entry.Capture.Length);
    }

    [Theory]
    [InlineData("1.HTML")]
    [InlineData("67315")]
    [InlineData("feed")]
    [InlineData("feed.xml")]
    [InlineData("robots.txt")]
    public void WhatMayHoldADocumentIsLeftToTheParser(string name)
    {
        folder.Write(name, [1]);
        Assert.Null(Assert.Single(Read(folder.Path)).Verdict);
    }

    [Fact]
    public void APageOfThirtyThreeMegabytesKeepsItsHashItsSizeAndItsBeginning()
    {
        var bytes = new byte[33 * 1024 * 1024];
        new Random(1).NextBytes(bytes);
        var entry = Assert.Single(Read(folder.Write("big.html", bytes)));
        Assert.Equal(bytes.Length, entry.Capture.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), entry.Capture.Sha256);
        Assert.True(entry.Capture.Bytes.Span.SequenceEqual(bytes.AsSpan(0, Capture.LargestHead)));
        Assert.Contains("33 MB", Reason(entry), StringComparison.Ordinal);
    }

    [Fact]
    public void APageOfExactlyTheLimitIsKeptWhole()
    {
        var entry = Assert.Single(Read(folder.Write("big.html", new byte[Capture.LargestWhole])));
        Assert.Null(entry.Verdict);
        Assert.True(entry.Capture.IsWhole);
    }

    [Fact]
    public void ALinkWithinTheFolderIsPassedOver()
    {
        folder.Write("news/1.html", [1]);
        File.CreateSymbolicLink(folder.At("also.html"), "news/1.html");
        Directory.CreateSymbolicLink(folder.At("round"), folder.Path);
        var entries = Read(folder.Path);
        Assert.Equal(["also.html", "news/1.html", "round"], entries.Select(Below));
        Assert.IsType<PageReading.Skipped>(entries[0].Verdict);
        Assert.IsType<PageReading.Skipped>(entries[2].Verdict);
    }

    [Fact]
    public void ALinkThatLeadsOutOfTheFolderIsNotFollowed()
    {
        using var outside = new TempDirectory();
        outside.Write("secret.html", [1]);
        Directory.CreateSymbolicLink(folder.At("out"), outside.Path);
        var entry = Assert.Single(Read(folder.Path));
        Assert.Contains(outside.Path, Reason(entry), StringComparison.Ordinal);
        Assert.Equal(0, entry.Capture.Length);
    }

    [Fact]
    public void AnEmptyFolderSaysSo() => Assert.IsType<PageReading.Skipped>(Assert.Single(Read(folder.Path)).Verdict);

    [Fact]
    public void AFileThatCannotBeReadIsRefusedAndTheNextOneIsRead()
    {
        var path = folder.Write("1.html", [1]);
        folder.Write("2.html", [2]);

        // Nobody may read what is locked; permissions would not stop a test that runs as root.
        using var locked = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
        var entries = Read(folder.Path);
        Assert.Contains("cannot be read", Reason(entries[0]), StringComparison.Ordinal);
        Assert.Null(entries[1].Verdict);
    }

    [Fact]
    public void AFileThatIsGoneIsNotTakenForAnEmptyOne() =>
        Assert.Contains("cannot be read", Reason(Assert.Single(Read(folder.At("gone.html")))), StringComparison.Ordinal);

    [Fact]
    public void APipeIsNotWaitedFor()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only some systems have pipes in folders.");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [folder.At("pipe.html")]))
            made.WaitForExit();
        var entry = Assert.Single(Read(folder.Path));
        Assert.Equal(0, entry.Capture.Length);
    }

    [Fact]
    public void ANameCannotWriteToATerminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        folder.Write("\u001b[31m1.html", [1]);
        Assert.DoesNotContain('\u001b', Assert.Single(Read(folder.Path)).Capture.Source);
    }

    [Fact]
    public void ProgressIsToldByTheBytesOfTheFiles()
    {
        folder.Write("1.html", new byte[1000]);
        folder.Write("photo.jpg", new byte[500]);
        folder.Write("pages.zip", Packed.Of(".zip"));
        var size = PageSource.Measure([folder.Path], TestContext.Current.CancellationToken);
        Assert.Equal(1500 + Packed.Of(".zip").Length, size);
        Assert.InRange(Read(folder.Path).Sum(entry => entry.Taken), 1500, size);
    }

    [Theory]
    [InlineData("http://kremlin.ru/events/president/news/67315", "address")]
    [InlineData("/no/such/folder/anywhere", "no file or folder '/no/such/folder/anywhere'")]
    [InlineData("", "empty")]
    public void WhatCannotBeImportedAtAllIsSaidInASentence(string path, string said) =>
        Assert.Contains(said, PageSource.Problem(path), StringComparison.Ordinal);

    [Fact]
    public void AFolderCanBeImported() => Assert.Null(PageSource.Problem(folder.Path));

    [Fact]
    public void ReadingStopsWhenItIsCancelled()
    {
        folder.Write("1.html", Encoding.UTF8.GetBytes("x"));
        Assert.Throws<OperationCanceledException>(() => new PageSource().Read([folder.Path], new CancellationToken(true)).ToList());
    }

    private static List<SourceEntry> Read(params string[] paths) => [.. new PageSource().Read(paths, TestContext.Current.CancellationToken)];

    private static string Reason(SourceEntry entry) => Assert.IsType<PageReading.Unreadable>(entry.Verdict).Reason;

    private string Below(SourceEntry entry) => Path.GetRelativePath(folder.Path, entry.Capture.Source);
}
