using Lucene.Net.Store;

namespace KremlinArchive.Search.Indexing.Files;

/// <summary>The files of a generation, read through the cache of pages; written, and read for merging, as Lucene does.</summary>
internal sealed class PagedDirectory(string path, PageCache cache) : NIOFSDirectory(path)
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        // A merge reads everything once: it would only push out what searches need.
        if (context.Context == IOContext.UsageContext.MERGE || context.ReadOnce)
            return base.OpenInput(name, context);
        var file = Pages(name);
        return new PagedInput(name, file, 0, file.Length, isOwner: true);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return context.Context == IOContext.UsageContext.MERGE ? base.CreateSlicer(name, context) : new Slicer(name, Pages(name));
    }

    private PagedFile Pages(string name) => new(Path.Combine(Directory.FullName, name), cache);

    private sealed class Slicer(string name, PagedFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new PagedInput($"{sliceDescription} in {name}", file, offset, length, isOwner: false);

        [Obsolete("Lucene declares it so.")]
        public override IndexInput OpenFullSlice() => OpenSlice("all", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
        }
    }
}
