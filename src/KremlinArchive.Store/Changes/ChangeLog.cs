using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Changes;

/// <summary>The change log as a batch writes it. Numbers are taken inside the writing transaction, so they become visible in order.</summary>
internal sealed class ChangeLog(ArchiveContext context, DateTimeOffset now)
{
    private long number;
    private string hash = ChangeChain.Beginning;

    /// <summary>Finds the log's head.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var head = await context.Changes.AsNoTracking().OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.Hash }).FirstOrDefaultAsync(cancellation);
        if (head is null)
            return;
        number = head.Number;
        hash = head.Hash;
    }

    public void Append(RecordRow record, VersionRow version, ChangeKind kind)
    {
        number++;
        hash = ChangeChain.Hash(hash, number, record.Identity, version.Number, kind, now, version.ContentHash);
        context.Changes.Add(new ChangeRow
        {
            Number = number,
            RecordId = record.Id,
            Version = version.Number,
            Kind = kind,
            At = now,
            ContentHash = version.ContentHash,
            Hash = hash,
        });
    }
}
