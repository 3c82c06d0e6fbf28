using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Moves;

/// <summary>How many rows are written, or compared, at a time.</summary>
/// <param name="Rows">Rows without bytes, and outlines of any.</param>
/// <param name="RowsWithBytes">Rows that hold pages or texts; one of them is in memory at a time.</param>
internal sealed record MovePace(int Rows, int RowsWithBytes)
{
    public static MovePace Usual { get; } = new(5000, 250);
}

/// <summary>Brings one table to the state of the source's, in the order of the key and a page at a time: what is there is compared, and what follows is added.</summary>
/// <param name="source">Reads one state of the archive.</param>
/// <param name="target">Written in a transaction a page, so that a move that was ended goes on after the last one.</param>
/// <param name="pace">How much is one transaction.</param>
/// <param name="advanced">Told of so many rows more.</param>
internal sealed class TableMove(MovedTable table, ArchiveContext source, ArchiveDatabase target, MovePace pace, Action<int> advanced)
{
    private readonly MovedRows rows = new(source.Database, table);

    /// <returns>How many rows were written or removed.</returns>
    public async Task<long> BringAsync(CancellationToken cancellation)
    {
        var written = 0L;
        object?[]? after = null;
        while (await TheirsAsync(after, cancellation) is { Count: > 0 } theirs)
        {
            var ours = await rows.ReadAsync(RowView.Outline, after, pace.Rows, cancellation).ToListAsync(cancellation);
            // Both pages are known up to here; null if both are the last.
            var reach = Earlier(End(ours), End(theirs));
            ours = UpTo(reach, ours);
            written += await AdjustAsync(RowComparison.Of(table.KeyLength, ours, UpTo(reach, theirs)), cancellation);
            advanced(ours.Count);
            if (reach is null)
                return written;
            after = reach;
        }

        return written + await AppendAsync(after, cancellation);
    }

    private Task<List<object?[]>> TheirsAsync(object?[]? after, CancellationToken cancellation) => target.ReadAsync(async context =>
        await new MovedRows(context.Database, table).ReadAsync(RowView.Outline, after, pace.Rows, cancellation).ToListAsync(cancellation));

    private async Task<long> AdjustAsync(RowComparison page, CancellationToken cancellation) => page.Count == 0 ? 0 : await target.WriteAsync(
        async context =>
        {
            var theirs = new MovedRows(context.Database, table);
            // First, since a row that comes may have a name that one of these has.
            foreach (var key in page.Surplus)
                await theirs.RemoveAsync(key, cancellation);
            foreach (var key in page.Wanted)
                await theirs.WriteAsync(await rows.FindAsync(key, cancellation) ?? throw new InvalidOperationException($"A row of {table.Name} is gone while the state that it is of was read."), cancellation);
            return page.Count;
        },
        cancellation);

    /// <summary>Adds the rows that follow a key, beyond all that the target has.</summary>
    private async Task<long> AppendAsync(object?[]? after, CancellationToken cancellation)
    {
        var most = table.HoldsBytes ? pace.RowsWithBytes : pace.Rows;
        for (var written = 0L; ;)
        {
            var page = new Page(rows.ReadAsync(RowView.Whole, after, most, cancellation), table.KeyLength);
            await target.WriteAsync(async context =>
            {
                await target.Engine.AppendAsync(context.Database, table, page.RowsAsync(), cancellation);
                return page.Count;
            }, cancellation);
            written += page.Count;
            if (page.Count > 0)
                advanced(page.Count);
            if (page.Count < most)
                return written;
            after = page.LastKey;
        }
    }

    private object?[]? End(List<object?[]> page) => page.Count < pace.Rows ? null : page[^1][..table.KeyLength];

    private object?[]? Earlier(object?[]? one, object?[]? other)
    {
        if (one is null || other is null)
            return one ?? other;
        return RowComparison.Compare(table.KeyLength, one, other) < 0 ? one : other;
    }

    private List<object?[]> UpTo(object?[]? reach, List<object?[]> page) =>
        reach is null ? page : [.. page.TakeWhile(row => RowComparison.Compare(table.KeyLength, row, reach) <= 0)];

    /// <summary>Rows on their way, counted.</summary>
    private sealed class Page(IAsyncEnumerable<object?[]> rows, int keyLength)
    {
        public int Count { get; private set; }

        public object?[]? LastKey { get; private set; }

        public async IAsyncEnumerable<object?[]> RowsAsync()
        {
            await foreach (var row in rows)
            {
                Count++;
                LastKey = row[..keyLength];
                yield return row;
            }
        }
    }
}
