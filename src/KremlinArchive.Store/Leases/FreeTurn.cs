namespace KremlinArchive.Store.Leases;

/// <summary>The turn where nobody needs to wait for one: imports of one machine write batch by batch beside each other.</summary>
internal sealed class FreeTurn : ArchiveLease
{
    private FreeTurn()
    {
    }

    public static FreeTurn Instance { get; } = new();

    /// <inheritdoc/>
    public override CancellationToken Lost => CancellationToken.None;

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
