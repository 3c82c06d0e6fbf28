using CsCheck;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Import.Sources;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Import.Warc.InventedWarc;

namespace KremlinArchive.Tests.Import.Warc;

/// <summary>Files that are damaged between their first and their last record.</summary>
public sealed class WarcDamageTests : IDisposable
{
    private static readonly byte[][] Records = [.. Enumerable.Range(1, 4).Select(number => Response(Http([.. Page, (byte)('0' + number)]), $"http://kremlin.ru/events/president/news/{number}"))];

    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ARecordThatSaysItIsLongerThanItIsDoesNotSwallowTheNext()
    {
        foreach (var name in (string[])["a.warc", "a.warc.gz"])
        {
            byte[][] records = [Records[0], Altered(Records[1], "Content-Length: ", "Content-Length: 9"), Records[2], Records[3]];
            var entries = Read(name, name == "a.warc" ? Plain(records) : Members(records));
            Assert.Equal("1 x 3 4", Told(entries));
            Assert.Contains("record 2, at byte", Refusal(entries[1]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ARecordThatSaysItIsShorterThanItIsIsFollowedByTheNext() =>
        Assert.Equal("1 2 x 3 4", Told(Read("a.warc", Plain(Records[0], Altered(Records[1], "\r\n\r\nHTTP", "\r\n\r\nHTTP/1.1 200 OK\r\n\r\nmore\r\n\r\nHTTP"), Records[2], Records[3]))));

    [Theory]
    [InlineData("WARC/1.0", "XXXX/1.0")]
    [InlineData("Content-Length: ", "Content-Length: -")]
    [InlineData("WARC-Type:", "WARC-Type")]
    public void ARecordWithoutAHeaderThatCanBeReadIsToldWithItsPlace(string text, string other)
    {
        byte[][] records = [Records[0], Altered(Records[1], text, other), Records[2], Records[3]];
        foreach (var (name, content) in ((string, byte[])[])[("a.warc", Plain(records)), ("a.warc.gz", Members(records)), ("b.warc.gz", Packed.Gzip(Plain(records)))])
        {
            var entries = Read(name, content);
            Assert.Equal("1 x 3 4", Told(entries));
            Assert.Contains($"{name}!record 2, at byte ", entries[1].Capture.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AMemberWhoseBytesAreDamagedIsPassedOver()
    {
        var members = Records.Select(Packed.Gzip).ToArray();
        foreach (var at in (int[])[0, 12, 40, members[1].Length / 2, members[1].Length - 6])
        {
            var damaged = members[1].ToArray();
            damaged[at] ^= 0x55;
            var entries = Read("a.warc.gz", [.. members[0], .. damaged, .. members[2], .. members[3]]);
            Assert.Equal("1 x 3 4", Told(entries));
        }
    }

    [Fact]
    public void AFileThatIsCutOffGivesAllThatCameBefore()
    {
        foreach (var (name, content) in ((string, byte[])[])[("a.warc", Plain(Records)), ("a.warc.gz", Members(Records)), ("b.warc.gz", Packed.Gzip(Plain(Records)))])
        {
            var entries = Read(name, content[..^30]);
            Assert.EndsWith("x", Told(entries), StringComparison.Ordinal);
            Assert.StartsWith(name == "b.warc.gz" ? "" : "1 2 3", Told(entries), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhateverBytesAreChangedTheWalkEndsAndTheFirstRecordsAreRead() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 10_000], Gen.Byte).Sample(
        (form, at, value) =>
        {
            var content = form switch { 0 => Plain(Records), 1 => Members(Records), _ => Packed.Gzip(Plain(Records)) };
            var place = at % content.Length;
            content[place] = value;
            var entries = Read(form == 0 ? "c.warc" : "c.warc.gz", content);
            Assert.NotEmpty(entries);
            if (place > content.Length / 2 && form < 2)
                Assert.Null(entries[0].Verdict);
        },
        iter: 150,
        threads: 1);

    private static byte[] Altered(byte[] record, string text, string other) =>
        System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(record).Replace(text, other, StringComparison.Ordinal));

    /// <summary>The numbers of the pages that came and, for what was refused, an x.</summary>
    private static string Told(IEnumerable<SourceEntry> entries) =>
        string.Join(' ', entries.Where(entry => entry.Verdict is not PageReading.Skipped).Select(entry => entry.Verdict is null ? entry.Capture.Source[^1..] : "x"));

    private static string Refusal(SourceEntry entry) => Assert.IsType<PageReading.Unreadable>(entry.Verdict).Reason;

    private List<SourceEntry> Read(string name, byte[] content) =>
        [.. new PageSource().Read([folder.Write(name, content)], TestContext.Current.CancellationToken)];
}
