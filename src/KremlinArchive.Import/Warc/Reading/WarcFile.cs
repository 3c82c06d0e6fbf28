using System.IO.Compression;
using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>What stands at one place of a WARC file.</summary>
/// <param name="Entry">What is to be said of it; null for a record that is passed over.</param>
/// <param name="Record">The record; null where none could be read.</param>
internal sealed record WarcFinding(SourceEntry? Entry, WarcRecord? Record);

/// <summary>A file of WARC records: plain, packed, or a WACZ with several such in it.</summary>
internal sealed class WarcFile : IDisposable
{
    private const int MostDamage = 1000;

    private readonly string source;
    private readonly SourceLimits limits;
    private readonly CaptureReader captures;
    private readonly CancellationToken cancellation;
    private readonly FileStream file;
    private readonly long length;
    private readonly UnpackingMeter meter;
    private readonly ZipArchive? zip;
    private readonly IEnumerator<(string Name, Func<WarcBytes> Open)> parts;
    private WarcRecords? records;
    private WarcPages pages;
    private int damage;
    private long passed;
    private long reported;

    public WarcFile(string source, string path, FileKind kind, CaptureReader captures, SourceLimits limits, CancellationToken cancellation)
    {
        (this.source, this.captures, this.limits, this.cancellation) = (source, captures, limits, cancellation);
        file = FolderWalk.Open(path);
        try
        {
            length = file.Length;
            meter = new UnpackingMeter(length, limits);
            zip = kind == FileKind.Wacz ? new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true) : null;
        }
        catch
        {
            file.Dispose();
            throw;
        }

        parts = (zip is null ? [(source, () => Open(file, kind))] : Packed(zip)).GetEnumerator();
        pages = new WarcPages(source, captures, limits, cancellation);
    }

    /// <summary>Bytes of the file that were used up since an entry told of them last.</summary>
    public long Rest => length - reported;

    /// <summary>What was passed over, of all files in it.</summary>
    public PassedOver PassedOver { get; } = new();

    /// <summary>True if nothing was found in it up to here.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The next record or damage; null at the end.</summary>
    /// <param name="isWanted">Told of each header; the page of a record is read only if it says so.</param>
    public WarcFinding? Next(Func<WarcHeader, bool> isWanted)
    {
        while (records is not null || Begin())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Step(isWanted) is { } finding)
                return finding;
            passed += zip is null ? 0 : records!.Taken;
            End();
        }

        return null;
    }

    public void Dispose()
    {
        records?.Dispose();
        parts.Dispose();
        zip?.Dispose();
        file.Dispose();
    }

    private bool Begin()
    {
        if (!parts.MoveNext())
            return false;
        pages = new WarcPages(parts.Current.Name, captures, limits, cancellation);
        records = new WarcRecords(parts.Current.Open());
        return true;
    }

    private void End()
    {
        PassedOver.Add(pages.PassedOver);
        records!.Dispose();
        records = null;
    }

    private WarcFinding? Step(Func<WarcHeader, bool> isWanted)
    {
        WarcRecord? record = null;
        try
        {
            while ((record = records!.Next()) is not null)
            {
                IsEmpty = false;
                if (!isWanted(record.Header) || pages.Take(record) is not { } entry)
                    continue;
                records.Finish();
                return new WarcFinding(entry with { Taken = Taken() }, record);
            }

            return null;
        }
        catch (Exception flaw) when (WarcDamageException.Is(flaw) && damage++ < MostDamage)
        {
            IsEmpty = false;
            records!.Recover(flaw);
            return new WarcFinding(record is null ? Unreadable(flaw) : pages.Damaged(record, flaw), record);
        }
    }

    private SourceEntry Unreadable(Exception flaw) => SourceEntry.Refused(
        $"{parts.Current.Name}!{records!.Place}", $"{PackageFlaw.Beginning} nothing that can be read there: {flaw.Message} What follows is read where another record begins.", Taken());

    private IEnumerable<(string Name, Func<WarcBytes> Open)> Packed(ZipArchive wacz)
    {
        foreach (var entry in wacz.Entries)
        {
            var kind = FileKinds.Of(entry.FullName);
            if (entry.FullName.StartsWith("archive/", StringComparison.Ordinal) && kind is FileKind.Warc or FileKind.WarcGzip)
                yield return ($"{source}!{PackedName.Shown(entry.FullName)}", () => Open(entry.Open(), kind));
        }
    }

    private WarcBytes Open(Stream stream, FileKind kind) => kind == FileKind.WarcGzip ? new GzipBytes(stream, meter) : new PlainBytes(stream, zip is null ? null : meter);

    private long Taken()
    {
        var taken = passed + records!.Taken;
        var since = taken - reported;
        reported = taken;
        return since;
    }
}
