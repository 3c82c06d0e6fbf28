using KremlinArchive.Import.Warc.Reading;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Sources;

/// <summary>Paths in, captures out: files, folders and the archives in them, one after the other, nothing held longer than it is looked at.</summary>
public sealed class PageSource(SourceLimits? limits = null)
{
    private const string ForeignArchive = "Archives of this kind are not read by this version: unpack it and import the folder.";

    private readonly SourceLimits limits = limits ?? new SourceLimits();

    /// <summary>Why something cannot be imported at all, in a sentence; null if it is a file or a folder.</summary>
    public static string? Problem(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return "An empty path names nothing to import.";
        if (path.Contains("://", StringComparison.Ordinal))
            return $"'{path}' is an address: addresses and files are not imported together.";
        return File.Exists(path) || Directory.Exists(path) ? null : $"There is no file or folder '{path}'.";
    }

    /// <summary>How many bytes of disk the paths are, by which progress can be told; files that cannot be seen count nothing.</summary>
    public static long Measure(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        long size = 0;
        foreach (var file in paths.SelectMany(Files).Where(file => file.Problem is null))
        {
            cancellation.ThrowIfCancellationRequested();
            size += Size(file.Path);
        }

        return size;
    }

    /// <summary>Everything that the paths hold, in the order of the paths and of the names in them.</summary>
    public IEnumerable<SourceEntry> Read(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var (captures, revisits) = (new CaptureReader(), new Revisits());
        foreach (var path in paths)
        {
            var any = false;
            foreach (var file in Files(path))
            {
                cancellation.ThrowIfCancellationRequested();
                any = true;
                foreach (var entry in Read(file, captures, revisits, cancellation))
                    yield return entry;
            }

            if (!any)
                yield return SourceEntry.Skipped(FolderWalk.Source(path), "The folder holds no files.", 0);
        }

        foreach (var entry in revisits.Settle())
            yield return entry;
    }

    /// <summary>Everything that these files hold, under the names that they came with.</summary>
    public IEnumerable<SourceEntry> Read(IReadOnlyList<NamedFile> files, CancellationToken cancellation)
    {
        var (captures, revisits) = (new CaptureReader(), new Revisits());
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entry in Read(new WalkedFile(file.Path, PackedName.Shown(file.Name)) { Name = file.Name }, captures, revisits, cancellation))
                yield return entry;
        }

        foreach (var entry in revisits.Settle())
            yield return entry;
    }

    private static IEnumerable<WalkedFile> Files(string path) =>
        Directory.Exists(path) ? new FolderWalk(path).Files() : [new WalkedFile(path, FolderWalk.Source(path))];

    private IEnumerable<SourceEntry> Read(WalkedFile file, CaptureReader captures, Revisits revisits, CancellationToken cancellation)
    {
        if (file.Problem is { } problem)
            return [file.IsHarmless ? SourceEntry.Skipped(file.Source, problem, 0) : SourceEntry.Refused(file.Source, problem, 0)];
        return FileKinds.Of(file.Name) switch
        {
            FileKind.Page => [Whole(file, captures, cancellation)],
            FileKind.Foreign => [SourceEntry.Skipped(file.Source, FileKinds.ForeignReason(file.Name), Size(file.Path))],
            FileKind.ForeignArchive => [Whole(file, captures, cancellation) with { Verdict = new PageReading.Unreadable(ForeignArchive) }],
            var kind and (FileKind.Warc or FileKind.WarcGzip or FileKind.Wacz) => new WarcWalk(file.Source, file.Path, kind, captures, limits, revisits, cancellation).Read(),
            var kind => new PackageWalk(file.Source, file.Path, kind, captures, limits, cancellation).Read(),
        };
    }

    private static SourceEntry Whole(WalkedFile file, CaptureReader captures, CancellationToken cancellation)
    {
        try
        {
            // What has no size is not opened: it has nothing to read, and a pipe would never end.
            if (new FileInfo(file.Path) is { Exists: true, Length: 0 })
                return SourceEntry.Page(Capture.Of(file.Source, default), 0);
            using var content = FolderWalk.Open(file.Path);
            var capture = captures.Read(file.Source, content, long.MaxValue, cancellation);
            return SourceEntry.Page(capture, capture.Length);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return SourceEntry.Refused(file.Source, $"The file cannot be read: {unreadable.Message}", 0);
        }
    }

    private static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
