using KremlinArchive.Records;

namespace KremlinArchive.Web.Reading;

/// <summary>What one speaker says until another one speaks, or a stretch of text that nobody speaks.</summary>
/// <param name="Speaker">Who speaks, as printed; null for text that nobody speaks.</param>
/// <param name="Passages">At least one, in order.</param>
public sealed record Turn(string? Speaker, IReadOnlyList<Passage> Passages)
{
    /// <summary>The number of the passage that it begins with.</summary>
    public int Start => Passages[0].Number;

    /// <summary>How many words it has.</summary>
    public int Words => Passages.Sum(passage => passage.Text.Split(' ').Count(word => word.Any(char.IsLetterOrDigit)));

    /// <summary>How many characters it has.</summary>
    public int Length => Passages.Sum(passage => passage.Text.Length);

    /// <summary>The turns of a text in order.</summary>
    public static IReadOnlyList<Turn> Of(IReadOnlyList<Passage> passages)
    {
        var turns = new List<Turn>();
        for (var from = 0; from < passages.Count;)
        {
            var to = from + 1;
            while (to < passages.Count && passages[to].Speaker == passages[from].Speaker)
                to++;
            turns.Add(new Turn(passages[from].Speaker, [.. passages.Skip(from).Take(to - from)]));
            from = to;
        }

        return turns;
    }
}
