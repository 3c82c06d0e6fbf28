using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Engines;

/// <summary>Copies what is known of records row by row, from any engine into any: everything but accounts, outcomes and the bytes of captures.</summary>
internal static class RowCopy
{
    private const int Batch = 500;

    /// <param name="source">Reads one state of the archive.</param>
    /// <param name="copy">The tables are there and empty.</param>
    public static async Task FillAsync(ArchiveContext source, ArchiveContext copy, CancellationToken cancellation)
    {
        await CopyAsync<RunRow>(source, copy, cancellation);
        await CopyAsync<CaptureRow>(source, copy, cancellation);
        await CopyAsync<RecordRow>(source, copy, cancellation);
        await CopyAsync<VersionRow>(source, copy, cancellation);
        await CopyAsync<SightingRow>(source, copy, cancellation);
        await CopyAsync<ChangeRow>(source, copy, cancellation);
        await CopyAsync<QuarantineRow>(source, copy, cancellation);
    }

    private static async Task CopyAsync<T>(ArchiveContext source, ArchiveContext copy, CancellationToken cancellation)
        where T : class
    {
        var rows = new List<T>(Batch);
        await foreach (var row in source.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            rows.Add(row);
            if (rows.Count == Batch)
                await WriteAsync(copy, rows, cancellation);
        }

        await WriteAsync(copy, rows, cancellation);
    }

    private static async Task WriteAsync<T>(ArchiveContext copy, List<T> rows, CancellationToken cancellation)
        where T : class
    {
        copy.Set<T>().AddRange(rows);
        await copy.SaveChangesAsync(cancellation);
        copy.ChangeTracker.Clear();
        rows.Clear();
    }
}
