using System.Collections.Concurrent;

namespace KremlinArchive.Search.Indexing.Files;

/// <summary>
/// Pages of the index's files in memory, shared by all that are open, within a bound: of pages beyond it those go that were not asked for since
/// they were last looked at. Dictionaries of terms are asked for a few bytes a hundred times a search, and each time a call of the system costs
/// more than the bytes.
/// </summary>
internal sealed class PageCache(long capacity)
{
    /// <summary>How many bytes a page has.</summary>
    public const int PageSize = 1 << PageBits;

    /// <summary>How far a position is shifted to give its page.</summary>
    public const int PageBits = 14;

    private const long Smallest = 64L << 20, Largest = 1L << 30;
    private const int Share = 32;

    private readonly ConcurrentQueue<(PagedFile File, int Number)> held = [];
    private long size;

    /// <summary>The cache of this process: a thirty-second of the memory that it may use, from 64 MB to 1 GB.</summary>
    public static PageCache Shared { get; } = new(Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Share, Smallest, Largest));

    /// <summary>How many bytes it holds now.</summary>
    public long Size => Interlocked.Read(ref size);

    /// <summary>Takes in a page of a file, and lets go of others where there are too many.</summary>
    public void Add(PagedFile file, int number)
    {
        held.Enqueue((file, number));
        Interlocked.Add(ref size, PageSize);
        // Pages of closed files are gone, but still have their places in the queue.
        while ((Size > capacity || held.Count > capacity / PageSize) && held.TryDequeue(out var oldest))
        {
            if (!oldest.File.TryDrop(oldest.Number))
                held.Enqueue(oldest);
        }
    }

    /// <summary>A page is gone.</summary>
    public void Leave() => Interlocked.Add(ref size, -PageSize);
}
