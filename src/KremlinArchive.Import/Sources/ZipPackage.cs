using System.IO.Compression;
using System.Text;

namespace KremlinArchive.Import.Sources;

/// <summary>A zip file.</summary>
internal sealed class ZipPackage : Package
{
    private const int FileTypeBits = 0xF000, SymbolicLink = 0xA000, RegularFile = 0x8000;

    private readonly ZipArchive zip;
    private readonly UnpackingMeter meter;
    private readonly IEnumerator<ZipArchiveEntry> entries;
    private MeteredStream? content;
    private long taken;

    public ZipPackage(Stream file, UnpackingMeter meter)
    {
        this.meter = meter;
        zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false, new ZipNameEncoding());
        entries = zip.Entries.GetEnumerator();
    }

    public override bool GoesOnAfterDamage => true;

    public override long Taken => taken;

    public override PackedFile? Next()
    {
        content = null;
        while (entries.MoveNext())
        {
            var entry = entries.Current;
            taken += entry.CompressedLength;
            if (!entry.FullName.EndsWith('/'))
                return Describe(entry);
        }

        return null;
    }

    public override Stream Open() => content = new MeteredStream(entries.Current.Open(), meter, checksum: true);

    public override string? Verify(long length)
    {
        var entry = entries.Current;
        if (length != entry.Length)
            return Message.Of($"{PackageFlaw.Beginning} that the file has {entry.Length} bytes, but {length} came.");
        return content!.Checksum == entry.Crc32 ? null : $"{PackageFlaw.Beginning} another check sum than the file's: it is damaged.";
    }

    public override void Dispose()
    {
        entries.Dispose();
        zip.Dispose();
    }

    private PackedFile Describe(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            return new PackedFile(entry.FullName, PackedKind.Encrypted);
        var type = (entry.ExternalAttributes >> 16) & FileTypeBits;
        return type switch
        {
            0 or RegularFile => new PackedFile(entry.FullName, PackedKind.File),
            SymbolicLink => new PackedFile(entry.FullName, PackedKind.Link, PackedName.FromRoot(entry.FullName, Target(entry))),
            _ => new PackedFile(entry.FullName, PackedKind.Other),
        };
    }

    /// <summary>The content of a link is the path it leads to.</summary>
    private string Target(ZipArchiveEntry entry)
    {
        using var stream = new MeteredStream(entry.Open(), meter);
        var path = new byte[4096];
        return Encoding.UTF8.GetString(path, 0, stream.ReadAtLeast(path, path.Length, throwOnEndOfStream: false));
    }
}
