using Lucene.Net.Store;

namespace KremlinArchive.Search.Indexing.Files;

/// <summary>Reads a file of the index, or a part of it, out of its pages. For one thread; clones are independent.</summary>
internal sealed class PagedInput : IndexInput
{
    private readonly PagedFile file;
    private readonly long start, length;
    private readonly bool isOwner;
    private byte[] page = [];
    private int at, end;

    // The place in the file of the page's first byte.
    private long pageStart;
    private bool isClone;

    /// <param name="name">For messages.</param>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the part begins in the file.</param>
    /// <param name="length">How many bytes the part has.</param>
    /// <param name="isOwner">Whether closing this closes the file.</param>
    public PagedInput(string name, PagedFile file, long start, long length, bool isOwner)
        : base(name)
    {
        if (start < 0 || length < 0 || start + length > file.Length)
            throw new EndOfStreamException($"{name} is said to be longer than it is.");
        this.file = file;
        this.start = start;
        this.length = length;
        this.isOwner = isOwner;
        pageStart = start;
    }

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position => pageStart + at - start;

    /// <inheritdoc/>
    public override byte ReadByte()
    {
        if (at == end)
            Turn();
        return page[at++];
    }

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len)
    {
        while (len > 0)
        {
            if (at == end)
                Turn();
            var some = Math.Min(len, end - at);
            page.AsSpan(at, some).CopyTo(b.AsSpan(offset));
            (at, offset, len) = (at + some, offset + some, len - some);
        }
    }

    /// <inheritdoc/>
    public override void Seek(long pos)
    {
        if (pos < 0 || pos > length)
            throw new EndOfStreamException($"{this} has {length} bytes and is asked for number {pos}.");
        var place = start + pos;
        if (place >= pageStart && place <= pageStart + end && page.Length > 0)
            at = (int)(place - pageStart);
        else
            (page, pageStart, at, end) = ([], place, 0, 0);
    }

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = (PagedInput)base.Clone();
        clone.isClone = true;
        return clone;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && isOwner && !isClone)
            file.Dispose();
    }

    /// <summary>Turns to the page of the present place.</summary>
    private void Turn()
    {
        var place = pageStart + at;
        if (place >= start + length)
            throw new EndOfStreamException($"{this} is read beyond its end.");
        var number = (int)(place >> PageCache.PageBits);
        page = file.PageAt(number);
        pageStart = (long)number << PageCache.PageBits;
        at = (int)(place - pageStart);
        end = (int)Math.Min(page.Length, start + length - pageStart);
    }
}
