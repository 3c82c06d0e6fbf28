namespace KremlinArchive.Store.Schema;

/// <summary>A duty that one program at a time has.</summary>
internal sealed class LeaseRow
{
    public required string Name { get; init; }

    /// <summary>Who has it: a machine, a process of it and when that began, and which of its holders.</summary>
    public required string Holder { get; set; }

    public required DateTimeOffset Until { get; set; }
}
