using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Suggestions;

/// <summary>Suggests what a reader who types may mean: a few persons and places, then titles.</summary>
internal sealed class Suggesting(IndexView view)
{
    /// <summary>So many characters of what is typed are read.</summary>
    public const int LongestText = 200;

    private const int MostPersons = 3, MostPlaces = 2, LongestTitle = 200;

    // Many records have the same title: so many times more of them are read than are wanted, to have enough different ones.
    private const int Spare = 5;

    private readonly Lazy<NameList> persons = new(() => new NameList(Facet.Person, view)), places = new(() => new NameList(Facet.Place, view));

    public IReadOnlyList<Suggestion> Suggest(string text, Language language, int most, CancellationToken cancellation)
    {
        var typed = TypedText.Read(text);
        if (typed.Words.Count == 0 || most <= 0)
            return [];
        Suggestion[] names =
        [
            .. Names(persons.Value, typed, language, Math.Min(MostPersons, most)),
            .. Names(places.Value, typed, language, Math.Min(MostPlaces, most)),
        ];
        return [.. names.Take(most), .. Titles(typed, most - names.Length, cancellation)];
    }

    private static IEnumerable<ValueSuggestion> Names(NameList list, TypedText typed, Language language, int most) => list.Find(typed.Words)
        .Take(most)
        .Select(value => new ValueSuggestion(new FacetConstraint(list.Facet, value.Key), typed.Mark(list.Label(value.Key, language)), value.Count));

    private List<TitleSuggestion> Titles(TypedText typed, int most, CancellationToken cancellation)
    {
        var suggested = new List<TitleSuggestion>();
        if (most <= 0)
            return suggested;
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var ranked in new TitleFinder(view, typed.Words, cancellation).Find(most * Spare))
        {
            var card = CardOf(ranked.Document);
            if (titles.Add(card.Title))
                suggested.Add(new TitleSuggestion(card.Id, typed.Mark(Cut(card.Title)), card.Published));
            if (suggested.Count == most)
                break;
        }

        return suggested;
    }

    private RecordCard CardOf(int document)
    {
        var leaf = view.Reader.Leaves[ReaderUtil.SubIndex(document, view.Reader.Leaves)];
        var fields = new StoredFields([]);
        leaf.AtomicReader.Document(document - leaf.DocBase, fields);
        return fields.Card!;
    }

    private static string Cut(string title) =>
        title.Length <= LongestTitle ? title : title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)] + "…";
}
