namespace KremlinArchive.Store.Keys;

/// <summary>What a key opens. The numbers are stored.</summary>
[Flags]
public enum KeyScopes
{
    None = 0,

    /// <summary>To give pages in, and to follow what becomes of them.</summary>
    Import = 1,

    /// <summary>To read what only admins see: runs, quarantine, the audit log, what was asked for.</summary>
    Desk = 2,
}
