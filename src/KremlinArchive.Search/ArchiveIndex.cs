using System.Diagnostics;
using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Measuring;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;
using KremlinArchive.Search.Snippets;
using KremlinArchive.Search.Suggestions;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Verification;

namespace KremlinArchive.Search;

/// <summary>
/// The index of an archive: the store's shadow, which answers searches. One process at a time, the holder of the index
/// lock, writes it; any other reads what that one commits.
/// </summary>
public sealed class ArchiveIndex : IDisposable
{
    private readonly CurrentView current;
    private readonly IndexUpkeep upkeep;
    private readonly TimeSpan longestSearch;
    private readonly Func<IndexView, VerifyWatch, IndexVerifier> verifying;

    private ArchiveIndex(CurrentView current, IndexUpkeep upkeep, TimeSpan longestSearch, Func<IndexView, VerifyWatch, IndexVerifier> verifying)
    {
        this.verifying = verifying;
        this.current = current;
        this.upkeep = upkeep;
        this.longestSearch = longestSearch;
    }

    /// <summary>True if this process holds the index lock.</summary>
    public bool IsWriter => Health.IsWriter;

    /// <summary>The number of the last change that searches see; 0 in an empty index.</summary>
    public long IndexedChange => current.Mark.Change;

    /// <summary>Stands for what searches see: as long as it is the same, so is the answer to a request. Read from memory.</summary>
    public string State
    {
        get
        {
            var mark = current.Mark;
            return $"{mark.Change} {mark.Hash} {mark.Fingerprint} {upkeep.Hidden}";
        }
    }

    /// <summary>What is told of it to whoever listens.</summary>
    internal IndexMeasures Measures => upkeep.Measures;

    /// <summary>How the index stands.</summary>
    public IndexHealth Health => upkeep.Health;

    /// <summary>
    /// Opens what is there, at once: a missing, damaged or outdated index is rebuilt by the first <see cref="CatchUpAsync"/>, not here.
    /// Takes the index lock if it is free.
    /// </summary>
    public static ArchiveIndex Open(ArchiveIndexOptions options, ChangeFeed changes) => Open(options, changes, IndexFormat.Current);

    /// <summary>
    /// Indexes up to the log's head as it is when the call begins or later, rebuilding first where needed. Without the index lock: only
    /// refreshes what searches see.
    /// </summary>
    /// <exception cref="IndexWriteException">The index could not be written; what was committed before still answers, and a later call starts from there.</exception>
    public Task CatchUpAsync(CancellationToken cancellation) => upkeep.CatchUpAsync(cancellation);

    /// <summary>
    /// Follows the log until cancelled: catches up whenever its head moves, survives write errors (they show in <see cref="Health"/>)
    /// and takes the lock over when its holder ends. Returns when cancelled.
    /// </summary>
    public Task FollowAsync(CancellationToken cancellation) => upkeep.FollowAsync(cancellation);

    /// <summary>Builds the index anew from the whole log beside the present one, which answers until the new one takes its place.</summary>
    /// <exception cref="InvalidOperationException">Another process holds the index lock.</exception>
    /// <exception cref="IndexWriteException">The new index could not be written; the present one still answers.</exception>
    public Task RebuildAsync(CancellationToken cancellation) => upkeep.RebuildAsync(cancellation);

    /// <summary>Holds what searches see now against the store, and the index's files against their check sums. Writes nothing.</summary>
    /// <param name="watch">Told now and then how far it has come.</param>
    public async Task<IndexVerification> VerifyAsync(VerifyWatch watch, CancellationToken cancellation)
    {
        var view = current.Hold();
        try
        {
            return view.Generation is null && Health.LastError is { } failure
                ? new IndexVerification(0, 0, IsComparable: false, [new Damage("index", $"It cannot be opened: {failure} It is built anew before it is written again.")])
                : await verifying(view, watch).VerifyAsync(cancellation);
        }
        catch (Exception damage) when (IndexView.IsDamage(damage))
        {
            upkeep.ReportDamage(view, damage);
            return new IndexVerification(0, view.Mark.Change, IsComparable: true, [new Damage("index", $"Its files are damaged: {damage.Message} It is built anew before it is written again.")]);
        }
        finally
        {
            view.Release();
        }
    }

    /// <summary>Answers a request from what is indexed. Bounded in time and memory whatever the query.</summary>
    public SearchAnswer Search(SearchRequest request, CancellationToken cancellation)
    {
        using var course = new SearchCourse();
        try
        {
            return course.End(Look(view => Answering.Answer(view, request, new SearchBudget(longestSearch, cancellation), course)));
        }
        catch (Exception failure)
        {
            course.Fail(failure);
            throw;
        }
    }

    /// <summary>Lists the values of a facet under a search, counted as the search's own facets are.</summary>
    public FacetPage Values(FacetQuery query, CancellationToken cancellation) => Look(view => FacetListing.Of(view, query, new SearchBudget(longestSearch, cancellation)));

    /// <summary>What the archive shows before anything was asked. Made once for a state of the index, a day and a language; afterwards it costs nothing.</summary>
    /// <param name="today">The Moscow day.</param>
    /// <param name="interfaceLanguage">The language of labels.</param>
    public ArchiveOverview Overview(DateOnly today, Language interfaceLanguage, CancellationToken cancellation) =>
        Look(view => view.Overviews.Of(today, interfaceLanguage, cancellation));

    /// <summary>
    /// Suggests what someone who has typed so far may mean: persons, places, countries and topics, then phrases, then titles, in which every typed word stands or begins.
    /// Letters are compared without case, accents and the dots of ё. Fewer than two letters suggest nothing.
    /// </summary>
    /// <param name="text">What was typed; its first 200 characters are read.</param>
    /// <param name="interfaceLanguage">The language of names.</param>
    /// <param name="most">How many suggestions there may be.</param>
    public IReadOnlyList<Suggestion> Suggest(string text, Language interfaceLanguage, int most, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var suggestions = Look(view => view.Suggesting.Suggest(text, interfaceLanguage, most, cancellation));
        SearchMeasures.Suggested(Stopwatch.GetElapsedTime(began));
        return suggestions;
    }

    /// <summary>
    /// Makes what suggestions are taken from, once for a state of the index: the names of values and the phrases of titles. Whoever asks before someone
    /// types spares the first suggestion a good part of a second.
    /// </summary>
    public void PrepareSuggestions() => Look(view =>
    {
        view.Suggesting.Prepare();
        return view.Mark;
    });

    /// <summary>How a request's query is read, part by part, in the interface language; no index is asked.</summary>
    public static IReadOnlyList<QueryPart> Read(SearchRequest request) => QueryReading.Of(request).Parts(request.Interface);

    /// <summary>Marks in a whole record what a request's query matched, by the same analysis and as exactly as snippets do.</summary>
    public static MarkedRecord Mark(ArchiveRecord record, SearchRequest request)
    {
        var marker = new Marker(SoughtWords.Of(QueryReading.Of(request).Sought));
        return new MarkedRecord(
            Marker.Mark(record.Title, marker.FindInTitle(record.Title)),
            record.Lead is { } lead ? Marker.Mark(lead, marker.FindInLead(lead)) : null,
            [.. record.Passages.Select(passage => Marker.Mark(passage.Text, marker.FindInPassage(passage.Text, passage.Speaker)))]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        upkeep.Dispose();
        current.Dispose();
    }

    internal static ArchiveIndex Open(ArchiveIndexOptions options, ChangeFeed changes, IndexFormat format)
    {
        var generations = new Generations(options.Directory);
        var current = new CurrentView(generations, format);
        var upkeep = new IndexUpkeep(options, changes, format, generations, current);
        upkeep.Begin();
        return new ArchiveIndex(current, upkeep, options.LongestSearch, (view, watch) => new IndexVerifier(view, format, changes, watch));
    }

    /// <summary>Holds the present view while it is looked at, and tells upkeep of damage that shows there.</summary>
    private T Look<T>(Func<IndexView, T> answer)
    {
        var view = current.Hold();
        try
        {
            return answer(view);
        }
        catch (Exception damage) when (IndexView.IsDamage(damage))
        {
            upkeep.ReportDamage(view, damage);
            throw;
        }
        finally
        {
            view.Release();
        }
    }
}
