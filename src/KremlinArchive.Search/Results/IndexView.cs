using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Suggestions;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Search.Results;

/// <summary>One state of the index, as a search sees it from its beginning to its end. Made after a commit, never by a search.</summary>
internal sealed class IndexView
{
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

    public IndexSearcher Searcher { get; }

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

    /// <summary>The view before there is an index.</summary>
    public static IndexView Empty() => new(null, new MultiReader(), CommitMark.None, earlier: null);

    /// <summary>Opens the last commit of a generation. The directory itself holds nothing open, so that nobody needs to close it.</summary>
    public static IndexView Open(string generation, Directory directory) => Of(generation, DirectoryReader.Open(directory), earlier: null);

    /// <summary>The view of a later commit of the same generation; null if there is none. It shares unchanged segments with this one.</summary>
    public IndexView? Later() =>
        DirectoryReader.OpenIfChanged((DirectoryReader)Reader) is { } reader
            ? Of(Generation, reader, this)
            : null;

    /// <summary>True if the index holds the record.</summary>
    public bool Holds(RecordId id)
    {
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
    public void Release() => Reader.DecRef();

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

    /// <summary>The view of a reader, which is closed where its files do not make one.</summary>
    private static IndexView Of(string? generation, DirectoryReader reader, IndexView? earlier)
    {
        try
        {
            return new IndexView(generation, reader, CommitMark.Read(reader.IndexCommit.UserData), earlier);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
