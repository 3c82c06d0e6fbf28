using System.Collections.Concurrent;
using KremlinArchive.Records;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;

namespace KremlinArchive.Search.Suggestions;

/// <summary>Suggests what a reader who types may mean: persons, places, countries and topics, phrases, then titles.</summary>
internal sealed class Suggesting
{
    /// <summary>So many characters of what is typed are read.</summary>
    public const int LongestText = 200;

    // Of ten suggestions six name values and two are phrases at most, so that titles are always among them.
    private const int MostPhrases = 2, PhrasesTried = 6, LongestTitle = 200;

    // Many records have the same title: so many times more of them are read than are wanted, to have enough different ones.
    private const int Spare = 5;

    private static readonly (Facet Facet, int Most)[] Shares = [(Facet.Person, 3), (Facet.Place, 2), (Facet.Country, 2), (Facet.Topic, 2)];

    private readonly IndexView view;
    private readonly Lazy<NameList>[] lists;
    private readonly Lazy<PhraseList> phrases;
    private readonly ConcurrentDictionary<string, long> totals = new(StringComparer.Ordinal);

    /// <param name="view">What is suggested from.</param>
    /// <param name="earlier">What an earlier view of the same generation suggests from; null for none.</param>
    public Suggesting(IndexView view, Suggesting? earlier)
    {
        this.view = view;
        lists = [.. Shares.Select(share => new Lazy<NameList>(() => new NameList(share.Facet, view)))];
        var known = earlier?.phrases is { IsValueCreated: true } made ? made.Value : null;
        phrases = new Lazy<PhraseList>(() => PhraseList.For(view, known));
    }

    /// <summary>Makes all that suggestions are taken from.</summary>
    public void Prepare()
    {
        foreach (var list in lists)
            _ = list.Value;
        _ = phrases.Value;
    }

    public IReadOnlyList<Suggestion> Suggest(string text, Language language, int most, CancellationToken cancellation)
    {
        var typed = TypedText.Read(text);
        if (typed.Words.Count == 0 || most <= 0)
            return [];
        var suggested = new List<Suggestion>(Names(typed, language, most * 6 / 10));
        suggested.AddRange(Phrases(typed, language, Math.Min(MostPhrases, most - suggested.Count), cancellation));
        suggested.AddRange(Titles(typed, most - suggested.Count, cancellation));
        return suggested;
    }

    /// <summary>The values by their facets; where they are too many, each facet keeps its first before another has its second.</summary>
    private IEnumerable<ValueSuggestion> Names(TypedText typed, Language language, int most)
    {
        var found = Shares.Select((share, at) => lists[at].Value.Find(typed.Words).Take(share.Most).ToList()).ToList();
        var taken = found.SelectMany((values, facet) => values.Select((_, place) => (facet, place)))
            .OrderBy(value => value.place).ThenBy(value => value.facet).Take(most).OrderBy(value => value.facet).ThenBy(value => value.place);
        foreach (var (facet, place) in taken)
        {
            var (key, count) = found[facet][place];
            yield return new ValueSuggestion(new FacetConstraint(Shares[facet].Facet, key), typed.Mark(lists[facet].Value.Label(key, language)), count);
        }
    }

    private IEnumerable<PhraseSuggestion> Phrases(TypedText typed, Language language, int most, CancellationToken cancellation) => most <= 0 ? [] : phrases.Value.Find(typed.Words)
        .Take(PhrasesTried)
        .Select(phrase => (Text: phrase, Count: totals.GetOrAdd(phrase, text => Total($"\"{text}\"", language, cancellation))))
        .Where(phrase => phrase.Count > 1)
        .Take(most)
        .Select(phrase => new PhraseSuggestion($"\"{phrase.Text}\"", typed.Mark(phrase.Text), phrase.Count));

    private long Total(string query, Language language, CancellationToken cancellation) =>
        Answering.Count(view, new SearchRequest { Query = query, Interface = language }, Facet.Year, new SearchBudget(Timeout.InfiniteTimeSpan, cancellation)).Total;

    private List<TitleSuggestion> Titles(TypedText typed, int most, CancellationToken cancellation)
    {
        var suggested = new List<TitleSuggestion>();
        if (most <= 0)
            return suggested;
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var ranked in new TitleFinder(view, typed.Words, cancellation).Find(most * Spare))
        {
            var card = RecordCards.Of(view, ranked.Document);
            if (titles.Add(card.Title))
                suggested.Add(new TitleSuggestion(card.Id, typed.Mark(Cut(card.Title)), card.Published));
            if (suggested.Count == most)
                break;
        }

        return suggested;
    }

    private static string Cut(string title) =>
        title.Length <= LongestTitle ? title : title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)] + "…";
}
