namespace KremlinArchive.Store.Audit;

/// <summary>What was done. The numbers are stored.</summary>
public enum AuditAction
{
    /// <summary>An import was begun; the subject is its run.</summary>
    Imported = 1,

    /// <summary>An import or a fetch was cancelled.</summary>
    Cancelled = 2,

    /// <summary>A fetch was begun; the subject says what of.</summary>
    Fetched = 3,

    /// <summary>A fetch was gone on with.</summary>
    FetchResumed = 4,

    /// <summary>A fetch was given up.</summary>
    FetchAbandoned = 5,

    /// <summary>Quarantine was read anew.</summary>
    QuarantineRetried = 6,

    /// <summary>A quarantine entry was dismissed; the detail is the note.</summary>
    QuarantineDismissed = 7,

    /// <summary>A dismissed entry was put back among those that wait.</summary>
    QuarantineReopened = 8,

    /// <summary>The index was built anew.</summary>
    IndexRebuilt = 9,

    /// <summary>A record was withheld; the detail is the reason.</summary>
    RecordWithheld = 10,

    /// <summary>A record is shown again; the detail is the reason.</summary>
    RecordReleased = 11,

    /// <summary>A capture was withheld.</summary>
    CaptureWithheld = 12,

    /// <summary>A capture is shown again.</summary>
    CaptureReleased = 13,

    /// <summary>An account was made.</summary>
    AccountAdded = 14,

    /// <summary>An account was removed.</summary>
    AccountRemoved = 15,

    /// <summary>An account got another password.</summary>
    PasswordSet = 16,

    /// <summary>An API key was made; the detail says what it may do.</summary>
    KeyMade = 17,

    /// <summary>An API key was revoked.</summary>
    KeyRevoked = 18,

    /// <summary>All captures were read anew, and what changed was applied.</summary>
    Reparsed = 19,

    /// <summary>A backup was written.</summary>
    BackedUp = 20,

    /// <summary>A backup took the archive's place.</summary>
    Restored = 21,

    /// <summary>Somebody signed in.</summary>
    SignedIn = 22,

    /// <summary>A look at the site was asked for outside the schedule.</summary>
    Watched = 23,

    /// <summary>The archive was moved here from another engine; the subject is where it was.</summary>
    Moved = 24,
}
