using KremlinArchive.Store.Audit;

namespace KremlinArchive.Store.Schema;

/// <summary>What an admin did.</summary>
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the account or key; null for the command line.</summary>
    public required string? By { get; init; }

    public required ActorWay Way { get; init; }

    public required AuditAction Action { get; init; }

    public required string Subject { get; init; }

    public required string? Detail { get; init; }
}
