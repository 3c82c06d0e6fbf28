using KremlinArchive.Search.Indexing;

namespace KremlinArchive.Search.Results;

/// <summary>The view that searches use now. Searches never wait for a change of it, and an old view lives until its last search ends.</summary>
internal sealed class CurrentView(Generations generations, IndexFormat format) : IDisposable
{
    private IndexView? view = IndexView.Empty();

    /// <summary>What the view's commit says of itself.</summary>
    public CommitMark Mark => Volatile.Read(ref view)?.Mark ?? CommitMark.None;

    /// <summary>The generation that answers; null for none.</summary>
    public string? Generation => Volatile.Read(ref view)?.Generation;

    /// <summary>True if the view is of this program's format and lacks superseded versions.</summary>
    public bool LacksSuperseded => Volatile.Read(ref view) is { LacksSuperseded: true } present && present.Mark.Fingerprint == format.Fingerprint;

    /// <summary>Takes hold of the view; whoever does releases it.</summary>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public IndexView Hold()
    {
        while (true)
        {
            var present = Volatile.Read(ref view) ?? throw new ObjectDisposedException(nameof(ArchiveIndex));
            if (present.TryHold())
                return present;
        }
    }

    /// <summary>Shows the last commit of a generation. One thread at a time.</summary>
    public void Show(string name)
    {
        if (view is not { } present)
            return;
        var next = name == present.Generation ? present.Later() : Open(name);
        if (next is not null)
            Replace(next);
    }

    private IndexView Open(string name)
    {
        var path = generations.PathOf(name);
        var superseded = Generations.SupersededIn(path);
        // A generation of an earlier format has none, and answers until it is replaced.
        return IndexView.Open(name, format.OpenDirectory(path), Directory.Exists(superseded) ? format.OpenDirectory(superseded) : null);
    }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref view, null)?.Release();

    private void Replace(IndexView next)
    {
        Interlocked.Exchange(ref view, next)?.Release();
    }
}
