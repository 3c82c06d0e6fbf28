using KremlinArchive.Records;

namespace KremlinArchive.Search.Comparing;

/// <summary>A passage as it is held against others: its folded text, and its words in any order.</summary>
internal sealed class PassageWords
{
    private readonly int[] words;

    public PassageWords(Passage passage)
    {
        Passage = passage;
        Key = $"{CanonicalText.Of(passage.Speaker)}\n{CanonicalText.Of(passage.Text)}";
        words = [.. TextUnits.Words(passage.Text).Where(TextUnits.IsWord).Select(word => word.GetHashCode(StringComparison.OrdinalIgnoreCase)).Order()];
    }

    public Passage Passage { get; }

    /// <summary>Equal for passages that say the same.</summary>
    public string Key { get; }

    /// <summary>How many words it has.</summary>
    public int Count => words.Length;

    /// <summary>How much two passages have in common: from 0, nothing, to 1, all their words.</summary>
    public double Likeness(PassageWords other)
    {
        var (common, mine, theirs) = (0, 0, 0);
        while (mine < words.Length && theirs < other.words.Length)
        {
            var order = words[mine].CompareTo(other.words[theirs]);
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }

        return words.Length + other.words.Length == 0 ? 0 : 2.0 * common / (words.Length + other.words.Length);
    }
}
