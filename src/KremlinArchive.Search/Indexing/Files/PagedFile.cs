using Microsoft.Win32.SafeHandles;

namespace KremlinArchive.Search.Indexing.Files;

/// <summary>A file of the index that never changes, read page by page through a cache. Serves many threads.</summary>
internal sealed class PagedFile : IDisposable
{
    private readonly PageCache cache;
    private readonly SafeFileHandle handle;
    private readonly Page?[] pages;
    private volatile bool isClosed;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public PagedFile(string path, PageCache cache)
    {
        this.cache = cache;
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(handle);
        pages = new Page?[(Length + PageCache.PageSize - 1) >> PageCache.PageBits];
    }

    /// <summary>How many bytes it has.</summary>
    public long Length { get; }

    /// <summary>The bytes of a page; the last one's end with the file.</summary>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    /// <exception cref="EndOfStreamException">The file has become shorter: it is damaged.</exception>
    public byte[] PageAt(int number)
    {
        if (Volatile.Read(ref pages[number]) is { } page)
        {
            page.IsUsed = true;
            return page.Bytes;
        }

        return Load(number);
    }

    /// <summary>Lets go of a page, unless it was used since this was last asked.</summary>
    public bool TryDrop(int number)
    {
        if (!isClosed && pages[number] is { IsUsed: true } page)
        {
            page.IsUsed = false;
            return false;
        }

        Drop(number);
        return true;
    }

    /// <summary>Closes the file and lets go of its pages: a long import merges away one file after the other.</summary>
    public void Dispose()
    {
        isClosed = true;
        handle.Dispose();
        for (var number = 0; number < pages.Length; number++)
            Drop(number);
    }

    // Whoever takes the page out counts it, once.
    private void Drop(int number)
    {
        if (Interlocked.Exchange(ref pages[number], null) is not null)
            cache.Leave();
    }

    private byte[] Load(int number)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        var start = (long)number << PageCache.PageBits;
        var bytes = new byte[Math.Min(PageCache.PageSize, Length - start)];
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(handle, bytes.AsSpan(read), start + read);
            if (more == 0)
                throw new EndOfStreamException("A file of the index ends before its end.");
            read += more;
        }

        // Whoever loses a race for the same page has read it for himself alone.
        if (Interlocked.CompareExchange(ref pages[number], new Page(bytes), null) is null)
            cache.Add(this, number);
        return bytes;
    }

    private sealed class Page(byte[] bytes)
    {
        public byte[] Bytes { get; } = bytes;

        public bool IsUsed { get; set; }
    }
}
