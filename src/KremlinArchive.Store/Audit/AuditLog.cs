using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Audit;

/// <summary>What admins did to the archive. Entries are added and never changed; what the store itself does is noted in the transaction that does it.</summary>
public sealed class AuditLog
{
    /// <summary>What a rebuilt index is called as a subject.</summary>
    public const string Index = "index";

    private const int LongestSubject = 500;
    private const int LongestDetail = 4000;

    private readonly ArchiveDatabase database;

    internal AuditLog(ArchiveDatabase database) => this.database = database;

    /// <summary>Notes an action that is no transaction of the store.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task NoteAsync(Actor by, AuditAction action, string subject, string? detail, CancellationToken cancellation) => database.WriteAsync(context =>
    {
        Note(context, by, action, subject, detail, database.Clock.GetUtcNow());
        return Task.FromResult(action);
    }, cancellation);

    /// <summary>Entries, the newest first.</summary>
    /// <param name="only">Only these actions; all if it is empty.</param>
    /// <param name="before">Only entries with smaller numbers; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<AuditEntry>> ListAsync(IReadOnlyCollection<AuditAction> only, long? before, int most, CancellationToken cancellation) =>
        ListAsync(new AuditSelection { Actions = only }, before, most, cancellation);

    /// <summary>Entries of a selection, the newest first.</summary>
    /// <param name="before">Only entries with smaller numbers; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditSelection selection, long? before, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = before is { } number ? context.Audit.Where(row => row.Id < number) : context.Audit;
        if (selection.Actions is { Count: > 0 } only)
            rows = rows.Where(row => only.Contains(row.Action));
        if (selection.By is { } by)
            rows = rows.Where(row => row.By == by.Name && row.Way == by.Way);
        var page = await rows.OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellation);
        return (IReadOnlyList<AuditEntry>)[.. page.Select(row => new AuditEntry(row.Id, row.At, new Actor(row.By, row.Way), row.Action, row.Subject, row.Detail))];
    });

    /// <summary>Notes an action with what it changes, in one transaction.</summary>
    internal static void Note(ArchiveContext context, Actor by, AuditAction action, string subject, string? detail, DateTimeOffset now) => context.Audit.Add(new AuditRow
    {
        At = now,
        By = by.Name,
        Way = by.Way,
        Action = action,
        Subject = Shorten(subject, LongestSubject),
        Detail = detail is null ? null : Shorten(detail, LongestDetail),
    });

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
