using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Quarantine;

/// <summary>Takes entries of quarantine out of those that wait, each with a note that says why, and puts them back. The bytes stay.</summary>
public sealed class QuarantineDismissals
{
    /// <summary>A note has at least so many characters: a later reader is to understand it.</summary>
    public const int ShortestNote = 3;

    /// <summary>A note has at most so many characters.</summary>
    public const int LongestNote = 1000;

    private readonly ArchiveDatabase database;

    internal QuarantineDismissals(ArchiveDatabase database) => this.database = database;

    /// <summary>True for a note that says something, and not too much.</summary>
    public static bool IsNote(string? note) => note?.Trim().Length is >= ShortestNote and <= LongestNote;

    /// <summary>Dismisses an entry. It does not wait again when its bytes come again; when a better parser understands them, it is resolved.</summary>
    /// <param name="note">Why, for whoever comes later; see <see cref="IsNote"/>.</param>
    /// <returns>False if there is no such entry that waits.</returns>
    /// <exception cref="ArgumentException">The note says nothing, or too much.</exception>
    public Task<bool> DismissAsync(long id, string note, Actor by, CancellationToken cancellation)
    {
        if (!IsNote(note))
            throw new ArgumentException($"A note has {ShortestNote} to {LongestNote} characters.", nameof(note));
        return database.WriteAsync(async context =>
        {
            if (await context.Quarantine.SingleOrDefaultAsync(row => row.Id == id && row.ResolvedAt == null, cancellation) is not { } row)
                return false;
            var now = database.Clock.GetUtcNow();
            (row.ResolvedAt, row.Dismissal, row.DismissedBy) = (now, note.Trim(), by.Name);
            AuditLog.Note(context, by, AuditAction.QuarantineDismissed, Subject(id), row.Dismissal, now);
            return true;
        }, cancellation);
    }

    /// <summary>Puts a dismissed entry back among those that wait.</summary>
    /// <returns>False if there is no such entry that was dismissed.</returns>
    public Task<bool> ReopenAsync(long id, Actor by, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        if (await context.Quarantine.SingleOrDefaultAsync(row => row.Id == id && row.Dismissal != null, cancellation) is not { } row)
            return false;
        AuditLog.Note(context, by, AuditAction.QuarantineReopened, Subject(id), row.Dismissal, database.Clock.GetUtcNow());
        (row.ResolvedAt, row.Dismissal, row.DismissedBy) = (null, null, null);
        return true;
    }, cancellation);

    private static string Subject(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
