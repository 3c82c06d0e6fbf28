using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Web.Accounts;
using KremlinArchive.Web.Admin.Keys;
using KremlinArchive.Web.Admin.Quarantine;
using KremlinArchive.Web.Admin.Runs;

namespace KremlinArchive.Web.Admin.Audit;

/// <summary>The addresses of the audit log, and of what its entries are about.</summary>
internal static class AuditAddress
{
    public const string Log = "/admin/audit";

    /// <summary>A page of the log.</summary>
    /// <param name="before">Only entries before this number; null from the newest on.</param>
    public static string Page(AuditAction? action, Actor? by, long? before = null)
    {
        var query = new QueryString();
        if (action is { } only)
            query = query.Add("action", only.Name());
        if (by is not null)
            query = query.Add("by", by.Signature);
        if (before is { } number)
            query = query.Add("before", number.ToString(CultureInfo.InvariantCulture));
        return Log + query;
    }

    /// <summary>Where the subject of an entry is to be seen; null if nowhere.</summary>
    public static string? OfSubject(AuditEntry entry) => entry.Action switch
    {
        AuditAction.QuarantineDismissed or AuditAction.QuarantineReopened => Number(entry.Subject) is { } waiting ? QuarantineAddress.Of(waiting) : null,
        AuditAction.RecordWithheld or AuditAction.RecordReleased or AuditAction.CaptureWithheld or AuditAction.CaptureReleased =>
            RecordId.Parse(entry.Subject) is { } record ? $"/{record}" : null,
        AuditAction.AccountAdded or AuditAction.AccountRemoved or AuditAction.PasswordSet => DeskPath.Account,
        AuditAction.KeyMade or AuditAction.KeyRevoked => KeyAddress.List,
        AuditAction.IndexRebuilt => "/admin/index",
        AuditAction.BackedUp or AuditAction.Restored or AuditAction.Moved or AuditAction.SignedIn or AuditAction.Watched => null,
        _ => Number(entry.Subject) is { } run ? RunAddress.Of(run) : null,
    };

    /// <summary>True if the subject is the number of a run.</summary>
    public static bool IsRun(AuditEntry entry) => OfSubject(entry)?.StartsWith(RunAddress.History, StringComparison.Ordinal) == true;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
