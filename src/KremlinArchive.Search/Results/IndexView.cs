using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Suggestions;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Search.Results;

/// <summary>One state of the index, as a search sees it from its beginning to its end. Made after a commit, never by a search.</summary>
internal sealed class IndexView
{
    private int isReleased;
    private IndexView? standing;

    private IndexView(string? generation, IndexReader reader, CommitMark mark, IndexView? earlier)
    {
        Generation = generation;
        Reader = reader;
        Mark = mark;
        Searcher = new ViewSearcher(reader) { Similarity = new BM25Similarity() };
        Columns = [.. reader.Leaves.Select(leaf => SegmentColumns.Of(leaf.AtomicReader))];
        (Oldest, Newest) = Bounds();
        Catalogs = [.. FacetNames.All.Select(facet => new FacetCatalog(facet, Columns))];
        Overviews = new Overviews(this);
        Suggesting = new Suggesting(this, earlier?.Suggesting);
    }

    /// <summary>The generation that it shows; null for the view of nothing.</summary>
    public string? Generation { get; }

    public CommitMark Mark { get; }

    public IndexReader Reader { get; }

    public ViewSearcher Searcher { get; }

    /// <summary>By segment.</summary>
    public IReadOnlyList<SegmentColumns> Columns { get; }

    /// <summary>The day of the oldest publication; the first of all days in an empty view.</summary>
    public DateOnly Oldest { get; }

    /// <summary>The day of the newest publication; the first of all days in an empty view.</summary>
    public DateOnly Newest { get; }

    /// <summary>By facet.</summary>
    public IReadOnlyList<FacetCatalog> Catalogs { get; }

    /// <summary>What the view shows before anything was asked.</summary>
    public Overviews Overviews { get; }

    /// <summary>What the view suggests to who types.</summary>
    public Suggesting Suggesting { get; }

    /// <summary>The superseded versions, a document each; null where the generation has none. It lives as long as this view.</summary>
    public IndexView? Superseded { get; private init; }

    /// <summary>True if the superseded versions are not all there: their files were lost, since they are committed before the records.</summary>
    public bool LacksSuperseded => Generation is not null && (Superseded is null || Superseded.Mark.Change < Mark.Change);

    /// <summary>The view before there is an index.</summary>
    public static IndexView Empty() => new(null, new MultiReader(), CommitMark.None, earlier: null);

    /// <summary>Opens the last commit of a generation. The directory itself holds nothing open, so that nobody needs to close it.</summary>
    /// <param name="superseded">The files of the superseded versions; null for none.</param>
    public static IndexView Open(string generation, Directory directory, Directory? superseded)
    {
        // Written the other way round: what is opened last is never behind what is opened first.
        var reader = DirectoryReader.Open(directory);
        IndexView? versions;
        try
        {
            versions = superseded is null ? null : OpenSuperseded(generation, superseded);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        try
        {
            return Of(generation, reader, earlier: null, versions);
        }
        catch
        {
            versions?.Release();
            throw;
        }
    }

    /// <summary>The view of a later commit of the same generation; null if there is none. It shares unchanged segments with this one.</summary>
    public IndexView? Later()
    {
        if (DirectoryReader.OpenIfChanged((DirectoryReader)Reader) is not { } reader)
            return null;
        var versions = Superseded?.LaterOrSame();
        try
        {
            return Of(Generation, reader, this, versions);
        }
        catch
        {
            versions?.Release();
            throw;
        }
    }

    /// <summary>True if the index holds the record.</summary>
    public bool Holds(RecordId id)
    {
        // The shelf of superseded versions tells nothing of records that were never edited.
        if (standing is not null)
            return standing.Holds(id);

        var identity = IdentityColumn.Pack(id);
        for (var segment = 0; segment < Columns.Count; segment++)
        {
            var live = Reader.Leaves[segment].AtomicReader.LiveDocs;
            foreach (var doc in Columns[segment].DocumentsOf(identity))
            {
                if (live?.Get(doc) != false)
                    return true;
            }
        }

        return false;
    }

    /// <summary>True while the view may be used; every success is followed by a <see cref="Release"/>.</summary>
    public bool TryHold() => Reader.TryIncRef();

    /// <summary>Lets go of the view; its files are closed when nobody holds it.</summary>
    public void Release()
    {
        Reader.DecRef();
        if (Superseded is not null && Reader.RefCount == 0 && Interlocked.Exchange(ref isReleased, 1) == 0)
            Superseded.Release();
    }

    /// <summary>True for what Lucene throws when files are damaged or missing, rather than slow or full.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is CorruptIndexException or EndOfStreamException or FileNotFoundException or DirectoryNotFoundException or IndexNotFoundException
            or IndexFormatTooNewException or IndexFormatTooOldException or FormatException
        || exception is ArgumentException && exception.Message.Contains("codec", StringComparison.OrdinalIgnoreCase)
        || exception is IOException && exception.Message.StartsWith("checksum failed", StringComparison.Ordinal);

    private (DateOnly Oldest, DateOnly Newest) Bounds()
    {
        var held = Columns.Where(segment => segment.Days.Length > 0).ToList();
        return held.Count == 0
            ? (DateOnly.MinValue, DateOnly.MinValue)
            : (DateOnly.FromDayNumber(held.Min(segment => segment.Oldest)), DateOnly.FromDayNumber(held.Max(segment => segment.Newest)));
    }

    /// <returns>Null where there are none, or files that cannot be read: the records answer without them.</returns>
    private static IndexView? OpenSuperseded(string generation, Directory superseded)
    {
        try
        {
            return DirectoryReader.IndexExists(superseded) ? Of(generation, DirectoryReader.Open(superseded), earlier: null, superseded: null) : null;
        }
        catch (Exception)
        {
            // Damaged files make Lucene throw whatever they lead it to.
            return null;
        }
    }

    private IndexView LaterOrSame()
    {
        if (DirectoryReader.OpenIfChanged((DirectoryReader)Reader) is { } reader)
            return Of(Generation, reader, earlier: null, superseded: null);
        // A commit of the same documents bears a later mark all the same.
        var commit = new SegmentInfos();
        commit.Read(((DirectoryReader)Reader).Directory);
        Reader.IncRef();
        // A view of its own: it asks the records that it stands beside.
        return new IndexView(Generation, Reader, CommitMark.Read(commit.UserData), earlier: null);
    }

    /// <summary>The view of a reader, which is closed where its files do not make one.</summary>
    private static IndexView Of(string? generation, DirectoryReader reader, IndexView? earlier, IndexView? superseded)
    {
        try
        {
            var view = new IndexView(generation, reader, CommitMark.Read(reader.IndexCommit.UserData), earlier) { Superseded = superseded };
            superseded?.standing = view;
            return view;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
