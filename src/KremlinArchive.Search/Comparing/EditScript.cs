using DiffPlex;

namespace KremlinArchive.Search.Comparing;

/// <summary>A stretch in which two lists differ: so many of one stand where so many of the other do.</summary>
internal readonly record struct EditedStretch(int FromBefore, int CountBefore, int FromAfter, int CountAfter);

/// <summary>The least edits that make one list of words, sentences or passages into another.</summary>
internal static class EditScript
{
    // Myers' way takes as many steps as there are units times edits: two long lists without anything in common would take minutes.
    private const long MostSteps = 25_000_000;

    /// <summary>The stretches in which they differ, in order.</summary>
    public static IReadOnlyList<EditedStretch> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        var left = before.Count - start - end;
        var right = after.Count - start - end;
        if (left == 0 && right == 0)
            return [];
        if (left == 0 || right == 0 || (long)left * right > MostSteps)
            return [new EditedStretch(start, left, start, right)];

        var lists = new Lists([.. before.Skip(start).Take(left)], [.. after.Skip(start).Take(right)]);
        var found = Differ.Instance.CreateDiffs(Lists.Before, Lists.After, ignoreWhiteSpace: false, ignoreCase: false, lists);
        return [.. found.DiffBlocks.Select(block =>
            new EditedStretch(start + block.DeleteStartA, block.DeleteCountA, start + block.InsertStartB, block.InsertCountB))];
    }

    /// <summary>Hands over the units as they are: the library wants a text and somebody who cuts it.</summary>
    private sealed class Lists(IReadOnlyList<string> before, IReadOnlyList<string> after) : IChunker
    {
        public const string Before = "before";
        public const string After = "after";

        public IReadOnlyList<string> Chunk(string text) => text == Before ? before : after;
    }
}
