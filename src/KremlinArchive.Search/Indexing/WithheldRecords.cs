using KremlinArchive.Search.Results;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Takes out of the generation that answers what was withheld since its last change: a rebuild beside it may take long, and readers may not see it any more.
/// </summary>
internal sealed class WithheldRecords(ChangeFeed changes, IndexFormat format, Generations generations, CurrentView current)
{
    private long last;

    /// <summary>The number of the last withholding that the answering generation has heeded without the changes before it; 0 for none.</summary>
    public long Last => Interlocked.Read(ref last);

    /// <exception cref="Exception">The files of the generation are damaged: Lucene throws whatever they lead it to.</exception>
    public async Task HideAsync(string answering, CancellationToken cancellation)
    {
        var withheld = await changes.WithheldAfterAsync(Math.Max(Last, current.Mark.Change), cancellation);
        if (withheld.Count == 0)
            return;
        GenerationWriter.Hide(generations.PathOf(answering), format, withheld);
        current.Show(answering);
        Interlocked.Exchange(ref last, withheld[^1].Change);
    }

    /// <summary>Another generation answers now, which has heeded all changes up to its own.</summary>
    public void Forget() => Interlocked.Exchange(ref last, 0);
}
