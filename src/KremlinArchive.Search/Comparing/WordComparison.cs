using System.Text;

namespace KremlinArchive.Search.Comparing;

/// <summary>Compares two texts word by word, long ones by sentence first.</summary>
internal sealed class WordComparison
{
    // A passage of so many words and marks is a whole document without paragraphs.
    private const int MostUnits = 4_000;

    private readonly List<ChangedPiece> pieces = [];
    private readonly StringBuilder removed = new();
    private readonly StringBuilder added = new();
    private readonly StringBuilder kept = new();

    private WordComparison()
    {
    }

    /// <summary>The pieces of both texts.</summary>
    public static IReadOnlyList<ChangedPiece> Of(string before, string after)
    {
        var comparison = new WordComparison();
        var (from, to) = (TextUnits.Words(before), TextUnits.Words(after));
        if (from.Count <= MostUnits && to.Count <= MostUnits)
            comparison.Compare(from, to, comparison.Replace);
        else
            comparison.Compare(TextUnits.Sentences(before), TextUnits.Sentences(after), comparison.CompareWords);
        comparison.End();
        return comparison.pieces;
    }

    private void Compare(IReadOnlyList<string> before, IReadOnlyList<string> after, Action<IEnumerable<string>, IEnumerable<string>> replace)
    {
        var at = 0;
        foreach (var stretch in EditScript.Between(before, after))
        {
            Keep(before.Skip(at).Take(stretch.FromBefore - at));
            replace(before.Skip(stretch.FromBefore).Take(stretch.CountBefore), after.Skip(stretch.FromAfter).Take(stretch.CountAfter));
            at = stretch.FromBefore + stretch.CountBefore;
        }

        Keep(before.Skip(at));
    }

    private void CompareWords(IEnumerable<string> before, IEnumerable<string> after) =>
        Compare(TextUnits.Words(string.Concat(before)), TextUnits.Words(string.Concat(after)), Replace);

    private void Keep(IEnumerable<string> units)
    {
        foreach (var unit in units)
            kept.Append(unit);
    }

    // A space or a comma that two changed words have in common is no thing to have in common: what lies around it is one change.
    private void Replace(IEnumerable<string> before, IEnumerable<string> after)
    {
        if (kept.Length > 0)
        {
            var between = kept.ToString();
            if ((removed.Length > 0 || added.Length > 0) && !TextUnits.IsWord(between))
            {
                removed.Append(between);
                added.Append(between);
                kept.Clear();
            }
            else
            {
                End();
            }
        }

        removed.AppendJoin("", before);
        added.AppendJoin("", after);
    }

    private void End()
    {
        Write(TextChange.Removed, removed);
        Write(TextChange.Added, added);
        Write(TextChange.Kept, kept);
    }

    private void Write(TextChange change, StringBuilder text)
    {
        if (text.Length == 0)
            return;
        pieces.Add(new ChangedPiece(change, text.ToString()));
        text.Clear();
    }
}
