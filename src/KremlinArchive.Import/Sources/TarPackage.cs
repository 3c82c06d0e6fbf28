using System.Formats.Tar;
using System.IO.Compression;

namespace KremlinArchive.Import.Sources;

/// <summary>A tar file, plain or compressed.</summary>
internal sealed class TarPackage : Package
{
    private readonly Stream file;
    private readonly MeteredStream unpacked;
    private readonly TarReader tar;
    private TarEntry? current;

    public TarPackage(Stream file, FileKind kind, UnpackingMeter meter)
    {
        this.file = file;
        unpacked = new MeteredStream(Unpack(file, kind), meter);
        tar = new TarReader(unpacked, leaveOpen: true);
    }

    public override bool GoesOnAfterDamage => false;

    public override long Taken => file.Position;

    public override PackedFile? Next()
    {
        while ((current = tar.GetNextEntry()) is not null)
        {
            if (current.EntryType is not (TarEntryType.Directory or TarEntryType.DirectoryList or TarEntryType.GlobalExtendedAttributes))
                return Describe(current);
        }

        if (unpacked.IsAtEnd)
            throw new EndOfStreamException("It ends without the mark that ends a tar file: the rest of it is missing.");
        ReadToEnd();
        return null;
    }

    public override Stream Open() => current!.DataStream ?? Stream.Null;

    /// <summary>A tar file has no check sums of its content; a file in it that is cut off ends the archive.</summary>
    public override string? Verify(long length) => length == current!.Length
        ? null
        : throw new EndOfStreamException(Message.Of($"It ends within a file, {current.Length - length} bytes before that file's end."));

    public override void Dispose()
    {
        tar.Dispose();
        unpacked.Dispose();
        file.Dispose();
    }

    private static Stream Unpack(Stream file, FileKind kind) => kind switch
    {
        FileKind.TarGzip => new GZipStream(file, CompressionMode.Decompress),
        FileKind.TarXz => XzFile.Unpack(file),
        _ => file,
    };

    private static PackedFile Describe(TarEntry entry) => entry.EntryType switch
    {
        TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile => new PackedFile(entry.Name, PackedKind.File),
        TarEntryType.SymbolicLink => new PackedFile(entry.Name, PackedKind.Link, PackedName.FromRoot(entry.Name, entry.LinkName)),

        // A hard link names its target from the archive's own folder, not from the one it is in.
        TarEntryType.HardLink => new PackedFile(entry.Name, PackedKind.Link, entry.LinkName),
        _ => new PackedFile(entry.Name, PackedKind.Other),
    };

    /// <summary>The check sums of the compression come last, after the last file.</summary>
    private void ReadToEnd()
    {
        var rest = new byte[64 * 1024];
        while (unpacked.Read(rest, 0, rest.Length) > 0)
        {
        }
    }
}
