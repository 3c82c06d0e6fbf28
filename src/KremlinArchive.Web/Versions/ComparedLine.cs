using KremlinArchive.Search.Comparing;

namespace KremlinArchive.Web.Versions;

/// <summary>A line of a comparison as it is shown: a passage, or so many passages without a change that are passed over.</summary>
public sealed record ComparedLine(ComparedPassage? Passage, int PassedOver)
{
    /// <summary>The lines of a comparison.</summary>
    /// <param name="isWhole">True to pass nothing over.</param>
    public static IReadOnlyList<ComparedLine> Of(IReadOnlyList<ComparedPassage> passages, bool isWhole)
    {
        var lines = new List<ComparedLine>();
        var same = 0;
        foreach (var passage in passages)
        {
            if (passage.Change == PassageChange.Same && !isWhole)
            {
                same++;
                continue;
            }

            if (same > 0)
                lines.Add(new ComparedLine(null, same));
            same = 0;
            lines.Add(new ComparedLine(passage, 0));
        }

        if (same > 0 && lines.Count > 0)
            lines.Add(new ComparedLine(null, same));
        return lines;
    }
}
