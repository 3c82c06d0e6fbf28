using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Absences;

/// <summary>The absences of a batch: a page that is not there opens one or prolongs it, a page that is there closes it. No record changes by it.</summary>
internal sealed class AbsenceRegister(ArchiveContext context)
{
    private readonly Dictionary<long, AbsenceRow> open = [];

    /// <summary>Reads which of these records are absent already.</summary>
    public async Task LoadAsync(IReadOnlyCollection<long> records, CancellationToken cancellation)
    {
        foreach (var row in await context.Absences.Where(row => records.Contains(row.RecordId) && row.SeenAgainAt == null).ToListAsync(cancellation))
            open.Add(row.RecordId, row);
    }

    /// <summary>The site has no page of a record.</summary>
    public void NotSeen(long record, CaptureRow capture, IReadOnlyList<string> asked)
    {
        if (capture.CapturedAt is not { } at)
            return;
        if (!open.TryGetValue(record, out var row))
        {
            row = new AbsenceRow { RecordId = record, CaptureId = capture.Id, FirstAt = at, LastAt = at, Asked = string.Join('\n', asked) };
            open.Add(record, row);
            context.Absences.Add(row);
        }

        if (at < row.LastAt)
            return;
        row.LastAt = at;
        row.Asked = string.Join('\n', asked);
    }

    /// <summary>A capture shows a record. Only one that is later than the absence, and says so, ends it.</summary>
    public void Seen(long record, CaptureRow capture)
    {
        if (capture.CapturedAt is not { } at || !open.TryGetValue(record, out var row) || at <= row.LastAt)
            return;
        row.SeenAgainAt = at;
        row.SeenAgainCaptureId = capture.Id;
        open.Remove(record);
    }
}
