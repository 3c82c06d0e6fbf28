namespace KremlinArchive.Search.Snippets;

/// <summary>A part of a text that matched.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    /// <summary>The spans in order, overlapping ones as one.</summary>
    public static List<TextSpan> Merge(List<TextSpan> found)
    {
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var merged = new List<TextSpan>(found.Count);
        foreach (var span in found)
        {
            if (merged.Count == 0 || span.Start >= merged[^1].End)
                merged.Add(span);
            else if (span.End > merged[^1].End)
                merged[^1] = merged[^1] with { End = span.End };
        }

        return merged;
    }
}
