using System.Globalization;
using KremlinArchive.Import.Sources;

namespace KremlinArchive.Web.Admin.Uploads;

/// <summary>The files of one upload, on disk under numbers: no name that came with them is ever a path. Removed when it is disposed of.</summary>
internal sealed class Upload(UploadSpool spool, string directory) : IDisposable
{
    private const int Buffer = 128 * 1024;
    private const long BetweenLooks = 16L * 1024 * 1024;

    private readonly List<NamedFile> files = [];
    private long size;
    private long lookedAt = -BetweenLooks;

    /// <summary>The files that came whole, under their own names.</summary>
    public IReadOnlyList<NamedFile> Files => files;

    /// <summary>Writes a file as it comes.</summary>
    /// <returns>Why it was not taken to its end; null if it was.</returns>
    /// <exception cref="IOException">Its stream ended early.</exception>
    public async Task<UploadProblem?> AddAsync(string name, Stream content, CancellationToken cancellation)
    {
        var path = Path.Combine(directory, files.Count.ToString(CultureInfo.InvariantCulture));
        var buffer = new byte[Buffer];
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 });
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            size += read;
            if (size > spool.Largest)
                return UploadProblem.TooLarge;
            if (!await TryWriteAsync(file, buffer.AsMemory(0, read), cancellation))
                return UploadProblem.NoRoom;
        }

        files.Add(new NamedFile(path, name));
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // The next start clears the spool.
        }
    }

    private async Task<bool> TryWriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (size - lookedAt >= BetweenLooks)
        {
            if (!spool.HasRoomFor(0))
                return false;
            lookedAt = size;
        }

        try
        {
            await file.WriteAsync(bytes, cancellation);
            return true;
        }
        catch (IOException)
        {
            // Whatever the disk has against it, there is no place for it; the reading side fails outside of this method.
            return false;
        }
    }
}
