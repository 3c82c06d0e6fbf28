using KremlinArchive.Search.Answers;

namespace KremlinArchive.Web.Reading;

/// <summary>How often a search matched in a record, and where.</summary>
/// <param name="Total">The matches in title, lead and text.</param>
/// <param name="Passages">The numbers of the passages with matches, in order.</param>
public sealed record HitCount(int Total, IReadOnlyList<int> Passages)
{
    /// <summary>Counts what is marked.</summary>
    /// <param name="shown">The turns that are shown.</param>
    public static HitCount Of(MarkedRecord marked, IReadOnlyList<Turn> shown)
    {
        List<int> numbers = [.. shown.SelectMany(turn => turn.Passages).Select(passage => passage.Number)];
        return new HitCount(
            Of(marked.Title) + (marked.Lead is { } lead ? Of(lead) : 0) + numbers.Sum(number => Of(marked.Passages[number - 1])),
            [.. numbers.Where(number => Of(marked.Passages[number - 1]) > 0)]);
    }

    private static int Of(MarkedText text) => text.Pieces.Count(piece => piece.IsMatch);
}
