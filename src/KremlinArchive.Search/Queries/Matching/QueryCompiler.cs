using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Makes of a query's tree what Lucene searches for in one view.</summary>
internal sealed class QueryCompiler(IndexView view, TermStates states, SearchBudget budget, QueryNotes notes)
{
    // Another name for the same counts so much of what the words as typed do.
    private const float ShareOfNames = 0.6f;

    // What a date in a query counts where it is that of publication: about as much as a rare word.
    private const float PublishedThen = 4f;

    private readonly ValueFinder values = new(view);

    /// <summary>Where the words of a query find their terms; those that were looked up are known to it.</summary>
    public WordBinder Binder { get; } = new(view.Reader, states, budget);

    /// <summary>The query of a whole tree; null asks for every record.</summary>
    /// <param name="request">Says whether all words must be there.</param>
    public Query Compile(QueryNode? root, SearchRequest request) =>
        root is null ? new MatchAllDocsQuery() : request.Match == WordMatch.Any && root is AllNode all ? Some(all) : Of(root, Context.Whole);

    /// <summary>The records that come before all others, where anything is ranked.</summary>
    public WholeTitles Titles(QueryNode? root, SearchRequest request) =>
        new(root is not null && request.Order == SortOrder.Relevance && Closeness.WholeTitle(root) is { } title ? states.Find(FieldNames.WholeTitle, title) : null);

    /// <summary>What else ranks the best of the records found, where anything is ranked: how near to each other the words stand.</summary>
    public Nearness? Nearness(QueryNode? root, SearchRequest request) =>
        root is not null && request.Order == SortOrder.Relevance && Closeness.Pairs(root, Pair) is { Count: > 0 } pairs ? new Nearness(view, pairs) : null;

    private Query Of(QueryNode node, Context context)
    {
        switch (node)
        {
            case AllNode all:
                return All(all, context with { Speaker = SoughtWords.SpeakerOf(all, context.Speaker) });
            case AnyNode any:
                return Any(any.Parts.Select(part => Of(part, context)));
            case NotNode not:
                return new BooleanQuery(disableCoord: true) { { new MatchAllDocsQuery(), Occur.MUST }, { Of(not.Part, context), Occur.MUST_NOT } };
            case FieldNode field:
                return Of(field.Part, context with { Field = field.Field, Speaker = field.Field == QueryField.Speaker ? null : context.Speaker });
            case WordsNode words:
                return Words(words, context);
            case VersionsNode:
                return new MatchAllDocsQuery();
            case PublishedNode published:
                return Published(published, score: 0);
            case DateNode date when context.Field is not null:
                return Words(date.Said, context);
            case DateNode date:
                return Best([Published(new PublishedNode(date.Date.First, date.Date.Last), PublishedThen), Words(date.Said, context)]);
            case CompoundNode { Words: var parts } compound:
                return Best([Words(parts, context), .. compound.Whole.Select(whole => Words(whole, context))]);
            case AlternativesNode names:
                return Names(names, context);
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "There is no such part of a query.");
        }
    }

    /// <summary>Any of the words, with everything else that must hold.</summary>
    private Query Some(AllNode all)
    {
        var context = Context.Whole with { Speaker = SoughtWords.SpeakerOf(all, null) };
        List<QueryNode> optional = [.. all.Parts.Where(part => part is WordsNode or CompoundNode or DateNode or AlternativesNode or AnyNode)];
        List<QueryNode> required = [.. all.Parts.Except(optional)];
        var parts = optional.SelectMany(part => part is AlternativesNode { Typed: AllNode several } names ? [.. several.Parts, .. names.Others] : new[] { part });
        var some = new CoverageQuery([.. parts.Select(part => (Of(part, context), WorthOf(part)))]);
        if (required.Count == 0)
            return some;
        var query = All(new AllNode(required), context);
        query.Add(some, optional.Count == 0 ? Occur.SHOULD : Occur.MUST);
        return query;
    }

    private BooleanQuery All(AllNode all, Context context)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var part in all.Parts)
        {
            if (part is NotNode not)
                query.Add(Of(not.Part, context), Occur.MUST_NOT);
            else
                query.Add(Of(part, context), Occur.MUST);
        }

        if (all.Parts.All(part => part is NotNode))
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        return query;
    }

    private static BooleanQuery Any(IEnumerable<Query> queries)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var query in queries)
            any.Add(query, Occur.SHOULD);
        return any;
    }

    private DisjunctionMaxQuery Names(AlternativesNode names, Context context)
    {
        // What was typed scores no less than the most that another name can.
        var worth = WorthOf(names.Typed);
        var best = new DisjunctionMaxQuery(0f) { Of(names.Typed, context with { Floor = ShareOfNames * Saturation.Ceiling }) };
        foreach (var other in names.Others)
            best.Add(Words(other, context with { Share = context.Share * ShareOfNames * (float)Math.Min(1, worth / Math.Max(Binder.WorthOf(other), double.Epsilon)) }));
        return best;
    }

    /// <summary>How much finding a part tells.</summary>
    private double WorthOf(QueryNode part) => part switch
    {
        AllNode all => all.Parts.Sum(WorthOf),
        AnyNode any => any.Parts.Min(WorthOf),
        FieldNode field => WorthOf(field.Part),
        WordsNode words => Binder.WorthOf(words),
        DateNode date => Binder.WorthOf(date.Said),
        CompoundNode compound => Binder.WorthOf(compound.Words),
        AlternativesNode names => WorthOf(names.Typed),
        _ => 0,
    };

    private static DisjunctionMaxQuery Best(IEnumerable<Query> queries)
    {
        var best = new DisjunctionMaxQuery(0f);
        foreach (var query in queries)
            best.Add(query);
        return best;
    }

    private Query Words(WordsNode words, Context context)
    {
        return context.Field switch
        {
            null when context.Speaker is { } speaker => Query(words, FieldWeights.Only(FieldNames.Text), context, segment => new PassageScope(segment, speaker, Binder, budget)),
            null => Query(words, FieldWeights.All, context),
            QueryField.Title => Query(words, FieldWeights.Only(FieldNames.Title), context),
            QueryField.Text => Query(words, FieldWeights.Only(FieldNames.Text), context),
            QueryField.Speaker => Query(words, FieldWeights.Only(FieldNames.Speaker), context),
            QueryField.Place => Any([Query(words, FieldWeights.Only(FieldNames.Place), context), Value(Facet.Place, words)]),
            QueryField.Person => Value(Facet.Person, words),
            QueryField.Country => Value(Facet.Country, words),
            QueryField.Topic => Value(Facet.Topic, words),
            QueryField.Kind => Value(Facet.Kind, words),
            QueryField.Language => Value(Facet.Language, words),
            var field => throw new InvalidOperationException($"The field {field} holds no words."),
        };
    }

    private WordsQuery Query(WordsNode words, IReadOnlyList<FieldWeight> fields, Context context, Func<AtomicReaderContext, PassageScope>? scope = null) =>
        new(Binder.Bind(words), words.Reach, fields, scope, context.Share, context.Floor, states, budget);

    private Query Value(Facet facet, WordsNode words)
    {
        if (values.Find(facet, words) is not { } meant)
        {
            if (facet != Facet.Place)
                notes.UnknownValue(facet, QueryWriter.Write(words, Records.Language.Russian));
            return new BooleanQuery();
        }

        var catalog = view.Catalogs[(int)facet];
        return new ColumnQuery(
            segment =>
            {
                var (column, numbers) = (view.Columns[segment].Facets[(int)facet], catalog.FromSegment[segment]);
                return doc => column.HasAny(doc, numbers, meant);
            },
            score: 0,
            budget);
    }

    private ColumnQuery Published(PublishedNode span, float score)
    {
        var (from, until) = PublicationSpan.Seconds(span.First, span.Last);
        return new ColumnQuery(
            segment =>
            {
                var published = view.Columns[segment].Published;
                return doc => published[doc] >= from && published[doc] < until;
            },
            score,
            budget);
    }

    private WordsQuery Pair(WordsNode words, float share) => Query(words, FieldWeights.All, Context.Whole with { Share = share });

    /// <summary>Where in the tree a part stands.</summary>
    private sealed record Context(QueryField? Field, QueryNode? Speaker, float Share, float Floor)
    {
        public static Context Whole { get; } = new(null, null, 1f, 0f);
    }
}
