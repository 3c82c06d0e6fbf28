namespace KremlinArchive.Store.Audit;

/// <summary>Which entries of the log are asked for.</summary>
public sealed record AuditSelection
{
    /// <summary>Only these actions; all if it is empty.</summary>
    public IReadOnlyCollection<AuditAction> Actions { get; init; } = [];

    /// <summary>Only what this one did; null for anybody.</summary>
    public Actor? By { get; init; }
}
