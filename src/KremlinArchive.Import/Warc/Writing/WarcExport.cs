using KremlinArchive.Store;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc.Writing;

/// <summary>Captures out of the archive into a WARC file that stands under its name only when it is whole.</summary>
public sealed class WarcExport(CaptureShelf captures, string software)
{
    /// <summary>Writes the captures of a selection; a file of that name is replaced.</summary>
    /// <param name="selection">Which captures.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="written">Told after each capture how many are written, and of how many.</param>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be read, or the file not written.</exception>
    public async Task<WarcReport> WriteAsync(CaptureSelection selection, string path, Action<long, long> written, CancellationToken cancellation)
    {
        var temporary = $"{path}.{Environment.ProcessId}.part";
        try
        {
            var report = await WriteToAsync(selection, temporary, written, cancellation);
            File.Move(temporary, path, overwrite: true);
            return report;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveUnavailableException($"{path} cannot be written: {error.Message}", error);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    private async Task<WarcReport> WriteToAsync(CaptureSelection selection, string path, Action<long, long> written, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 256 * 1024);
        var writer = new WarcWriter(file);
        var (done, all, responses) = (0L, 0L, 0L);
        var measure = await captures.WalkAsync(
            selection,
            begun =>
            {
                all = begun.Captures;
                Begin(writer, begun);
            },
            kept =>
            {
                writer.Write(kept);
                responses += kept.Capture.Exchange is null ? 0 : 1;
                written(++done, all);
                return Task.CompletedTask;
            },
            cancellation);
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
        return new WarcReport(responses, measure.Captures - responses, measure.Bytes, file.Length);
    }

    private void Begin(WarcWriter writer, CaptureMeasure begun) => writer.Begin(
        begun.LastArrival ?? DateTimeOffset.UnixEpoch,
        ("software", software),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ("description", "Captures of kremlin.ru; bodies are unpacked, as the archive keeps them"));
}

/// <summary>What an export wrote.</summary>
/// <param name="Responses">Captures with the server's answer.</param>
/// <param name="Resources">Captures of which only the bytes are known.</param>
/// <param name="Bytes">The bytes of all pages.</param>
/// <param name="Size">The size of the file.</param>
public sealed record WarcReport(long Responses, long Resources, long Bytes, long Size);
