using System.Text;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Places;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>
/// One key for what is one value. The index keeps the key of a place as printed; which keys are one place is decided when a segment is
/// opened and when a request is read, so that a better gazetteer needs no new index.
/// </summary>
internal static class CanonicalKey
{
    /// <summary>The key that stands for this one.</summary>
    public static string Of(Facet facet, string key) => facet == Facet.Place ? Gazetteer.Current.KeyOf(key) : key;

    /// <summary>A name without invisible marks, its spaces single.</summary>
    public static string Tidy(string name)
    {
        var tidy = new StringBuilder(name.Length);
        foreach (var c in Spelling.Compose(name))
        {
            if (Characters.IsInvisible(c))
                continue;
            if (!char.IsWhiteSpace(c))
                tidy.Append(c);
            else if (tidy.Length > 0 && tidy[^1] != ' ')
                tidy.Append(' ');
        }

        return tidy.ToString().TrimEnd();
    }
}
