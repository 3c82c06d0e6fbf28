using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Sources;

/// <summary>Walks an archive file: one entry for each file in it and, where the archive itself is at fault, one for the archive.</summary>
internal sealed class PackageWalk(string source, string path, FileKind kind, CaptureReader captures, SourceLimits limits, CancellationToken cancellation)
{
    private int files;
    private int encrypted;
    private long reported;

    private string Reached => Message.Of($"its file number {files}");

    public IEnumerable<SourceEntry> Read()
    {
        if (!TryOpen(out var package, out var refusal))
        {
            yield return refusal!;
            yield break;
        }

        using (package)
        {
            while (Step(package!, out var goesOn) is { } entry)
            {
                yield return entry;
                if (!goesOn)
                    yield break;
            }
        }

        if (Remark() is { } remark)
            yield return remark;
    }

    private bool TryOpen(out Package? package, out SourceEntry? refusal)
    {
        package = null;
        refusal = null;
        FileStream? file = null;
        try
        {
            file = FolderWalk.Open(path);
            var meter = new UnpackingMeter(file.Length, limits);
            package = kind == FileKind.Zip ? new ZipPackage(file, meter) : new TarPackage(file, kind, meter);
            return true;
        }
        catch (Exception damage) when (damage is not OperationCanceledException)
        {
            file?.Dispose();
            refusal = Refuse($"The archive cannot be opened: {damage.Message}");
            return false;
        }
    }

    /// <summary>The next file; null at the archive's end.</summary>
    private SourceEntry? Step(Package package, out bool goesOn)
    {
        goesOn = true;
        try
        {
            while (package.Next() is { } file)
            {
                cancellation.ThrowIfCancellationRequested();
                files++;
                if (file.Kind == PackedKind.Encrypted)
                    encrypted++;
                else
                    return Take(package, file);
            }

            return null;
        }
        catch (SourceLimitException limit)
        {
            goesOn = false;
            return Refuse($"The archive was not read further than {Reached}. {limit.Message}");
        }
        catch (Exception damage) when (damage is not OperationCanceledException)
        {
            // Bytes that someone else made can make a decoder fail in any way it knows; whichever it is, the archive ends here.
            goesOn = false;
            return Refuse($"The archive is damaged or cut off; it could be read up to {Reached}. {damage.Message} What came before is imported: fetch the archive again and import it once more.");
        }
    }

    private SourceEntry Take(Package package, PackedFile file)
    {
        var name = source + "!" + PackedName.Shown(file.Name);
        if (file.Kind == PackedKind.Link)
        {
            return PackedName.Leaves(file.Target!) || PackedName.Leaves(file.Name)
                ? SourceEntry.Refused(name, $"A link that leads out of the archive, to {PackedName.Shown(file.Target!)}; it is not followed.", Taken(package))
                : SourceEntry.Skipped(name, "A link; what it leads to is in the archive under its own name.", Taken(package));
        }

        if (file.Kind == PackedKind.Other)
            return SourceEntry.Skipped(name, "A device or another special file, no document.", Taken(package));

        var leaves = PackedName.Leaves(file.Name);
        var packed = FileKinds.Of(file.Name);
        if (packed == FileKind.Foreign && !leaves)
            return SourceEntry.Skipped(name, FileKinds.ForeignReason(file.Name), Taken(package));

        var capture = Read(package, name, out var flaw);
        if (leaves)
            return SourceEntry.Refused(capture, "Its name leads out of the archive's folder, as no honest archive's does.", Taken(package));
        if (packed.IsArchive())
            return SourceEntry.Refused(capture, "An archive within an archive is not opened; unpack the outer one and import the folder.", Taken(package));
        return flaw is null ? SourceEntry.Page(capture, Taken(package)) : SourceEntry.Refused(capture, flaw, Taken(package));
    }

    private Capture Read(Package package, string name, out string? flaw)
    {
        try
        {
            using var content = package.Open();
            var capture = captures.Read(name, content, limits.LargestFile, cancellation);
            flaw = package.Verify(capture.Length);
            return capture;
        }
        catch (Exception damage) when (package.GoesOnAfterDamage && damage is (IOException or InvalidDataException or NotSupportedException))
        {
            flaw = $"The file cannot be unpacked: {damage.Message}";
            return Capture.Of(name, default);
        }
    }

    /// <summary>What is to be said of the archive as a whole once all of it was read.</summary>
    private SourceEntry? Remark()
    {
        if (encrypted > 0)
            return Refuse(Message.Of($"{encrypted} of its {files} files are encrypted. Unpack the archive with its password and import the folder."));
        return files == 0 ? SourceEntry.Skipped(source, "The archive holds no files.", 0) : null;
    }

    /// <summary>The archive itself goes into quarantine, with its bytes if they can be had.</summary>
    private SourceEntry Refuse(string reason)
    {
        try
        {
            using var file = FolderWalk.Open(path);
            return SourceEntry.Refused(captures.Read(source, file, long.MaxValue, cancellation), reason, 0);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return SourceEntry.Refused(source, $"The file cannot be read: {unreadable.Message}", 0);
        }
    }

    private long Taken(Package package)
    {
        var since = package.Taken - reported;
        reported = package.Taken;
        return since;
    }
}
