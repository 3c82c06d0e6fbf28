using KremlinArchive.Search.Results;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// The writer of the generation that answers. It stays open between changes, since what it has begun to merge may take longer than until the next one; after a failure it
/// is closed, and whoever writes next opens another.
/// </summary>
/// <param name="format">How files are written.</param>
/// <param name="generations">Where they are.</param>
/// <param name="current">What readers see.</param>
/// <param name="note">Takes note of a failure that stops nobody.</param>
internal sealed class KeptWriter(IndexFormat format, Generations generations, CurrentView current, Action<Exception> note)
{
    private volatile GenerationWriter? open;

    /// <summary>The generation whose writer is open; null for none.</summary>
    public string? Generation => open?.Name;

    /// <summary>True if readers may have what was merged since the last commit, or a merge has failed.</summary>
    public bool HasMerged => open is { HasMerged: true };

    /// <summary>Does something with the writer of a generation.</summary>
    public async Task UseAsync(string generation, Func<GenerationWriter, Task> work)
    {
        try
        {
            if (Generation != generation)
            {
                Close();
                open = GenerationWriter.Open(generation, generations.PathOf(generation), format, isSearched: true);
            }

            await work(open!);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Waits for all that is to be merged, and lets readers have it.</summary>
    public Task SettleAsync(string generation, CancellationToken cancellation) => UseAsync(generation, async writer =>
    {
        await writer.SettleAsync().WaitAsync(cancellation);
        current.Show(generation);
    });

    /// <summary>Lets readers have what was merged since the last commit.</summary>
    public Task ShowMergedAsync(string generation, CancellationToken cancellation) => UseAsync(generation, async writer =>
    {
        await Task.Run(writer.CommitMerged, cancellation);
        current.Show(generation);
    });

    /// <summary>Closes the writer; what it has not merged yet the next one does.</summary>
    public void Close()
    {
        var writer = open;
        open = null;
        try
        {
            writer?.Dispose();
        }
        catch (Exception failure)
        {
            // Its files may be gone, or damaged: what was committed is what counts, and whoever opens them next tells it.
            note(failure);
        }
    }
}
