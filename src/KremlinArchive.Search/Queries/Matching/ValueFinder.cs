using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Finds the values of facets that words of a query name: by their key, or by words of their names in either language.</summary>
internal sealed class ValueFinder(IndexView view)
{
    /// <summary>Which of the catalog's numbers are meant; null for none.</summary>
    public bool[]? Find(Facet facet, WordsNode words)
    {
        var catalog = view.Catalogs[(int)facet];
        var meant = new bool[catalog.Count];
        if (catalog.Find(string.Join('-', words.Words.Select(word => word.Typed))) is { } exact)
            meant[exact] = true;
        else if (catalog.Find(string.Join('-', words.Words.Select(word => word.Typed)).ToUpperInvariant()) is { } capital)
            meant[capital] = true;
        foreach (var name in catalog.NamesInWords)
        {
            if (!meant[name.Number] && Stand(words, name))
                meant[name.Number] = true;
        }

        return meant.Contains(true) ? meant : null;
    }

    private static bool Stand(WordsNode words, NameInWords name)
    {
        var positions = words.Words.Select(word => new ArraySegment<int>([.. Enumerable.Range(0, name.Words.Count).Where(at => word.Finds(name.Words[at]))])).ToList();
        return positions.TrueForAll(found => found.Count > 0) && (words.Reach > 0 || !words.IsQuoted || Adjacency.Count([.. positions], 0) > 0);
    }
}
