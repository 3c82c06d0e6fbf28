using KremlinArchive.Records;

namespace KremlinArchive.Search.Comparing;

/// <summary>Lays the passages of two texts side by side: the same ones, the edited ones, what was taken out, put in, or moved.</summary>
internal sealed class PassageComparison
{
    // «Спасибо.» is said in many places; that it moved would be a guess.
    private const int LeastWordsMoved = 4;
    private const double LeastLikenessMoved = 0.75;
    private const int MostGuesses = 10_000;

    private readonly IReadOnlyList<PassageWords> before;
    private readonly IReadOnlyList<PassageWords> after;
    private readonly List<Line> lines = [];

    private PassageComparison(IReadOnlyList<Passage> before, IReadOnlyList<Passage> after)
    {
        this.before = [.. before.Select(passage => new PassageWords(passage))];
        this.after = [.. after.Select(passage => new PassageWords(passage))];
    }

    /// <summary>The lines of both texts, in order.</summary>
    public static IReadOnlyList<ComparedPassage> Of(IReadOnlyList<Passage> before, IReadOnlyList<Passage> after)
    {
        var comparison = new PassageComparison(before, after);
        comparison.Align();
        comparison.FindMoved();
        return [.. comparison.lines.Select(Compared)];
    }

    private void Align()
    {
        var (left, right) = (0, 0);
        foreach (var stretch in EditScript.Between([.. before.Select(passage => passage.Key)], [.. after.Select(passage => passage.Key)]))
        {
            while (left < stretch.FromBefore)
                lines.Add(new Line(PassageChange.Same, before[left++], after[right++]));
            AlignEdited([.. before.Skip(left).Take(stretch.CountBefore)], [.. after.Skip(right).Take(stretch.CountAfter)]);
            left += stretch.CountBefore;
            right += stretch.CountAfter;
        }

        while (left < before.Count)
            lines.Add(new Line(PassageChange.Same, before[left++], after[right++]));
    }

    private void AlignEdited(IReadOnlyList<PassageWords> removed, IReadOnlyList<PassageWords> added)
    {
        var (left, right) = (0, 0);
        foreach (var (from, to) in PassagePairing.Pair(removed, added).Append((removed.Count, added.Count)))
        {
            while (left < from)
                lines.Add(new Line(PassageChange.Removed, removed[left++], null));
            while (right < to)
                lines.Add(new Line(PassageChange.Added, null, added[right++]));
            if (left < removed.Count && right < added.Count)
                lines.Add(new Line(PassageChange.Changed, removed[left++], added[right++]));
        }
    }

    private void FindMoved()
    {
        var gone = Lines(PassageChange.Removed);
        var come = Lines(PassageChange.Added);
        var byKey = gone.GroupBy(at => lines[at].Before!.Key).ToDictionary(group => group.Key, group => new Queue<int>(group));
        foreach (var at in come)
        {
            if (byKey.TryGetValue(lines[at].After!.Key, out var places) && places.TryDequeue(out var from))
                Move(from, at);
        }

        gone = Lines(PassageChange.Removed);
        come = Lines(PassageChange.Added);
        if ((long)gone.Count * come.Count > MostGuesses)
            return;
        foreach (var at in come)
        {
            var likest = gone.Where(from => lines[from].Change == PassageChange.Removed)
                .Select(from => (From: from, Likeness: lines[from].Before!.Likeness(lines[at].After!)))
                .OrderByDescending(pair => pair.Likeness).FirstOrDefault();
            if (likest.Likeness >= LeastLikenessMoved)
                Move(likest.From, at);
        }
    }

    private IReadOnlyList<int> Lines(PassageChange change) =>
        [.. Enumerable.Range(0, lines.Count).Where(at => lines[at].Change == change && (lines[at].Before ?? lines[at].After)!.Count >= LeastWordsMoved)];

    private void Move(int from, int to)
    {
        var (was, now) = (lines[from].Before, lines[to].After);
        lines[from] = new Line(PassageChange.MovedAway, was, now);
        lines[to] = new Line(PassageChange.MovedHere, was, now);
    }

    private static ComparedPassage Compared(Line line) => line switch
    {
        { Change: PassageChange.Same } => ComparedPassage.Same(line.Before!.Passage, line.After!.Passage),
        { After: null } => ComparedPassage.Removed(line.Before!.Passage),
        { Before: null } => ComparedPassage.Added(line.After!.Passage),
        _ => ComparedPassage.Of(line.Change, line.Before.Passage, line.After.Passage),
    };

    private sealed record Line(PassageChange Change, PassageWords? Before, PassageWords? After);
}
