using System.Collections.Concurrent;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Remembers words that were analyzed, some hundred thousand of those last seen: when as many are new, those before them that nobody asked for are forgotten. A few words make up most of any text.
/// </summary>
internal sealed class WordMemory
{
    private const int Generation = 100_000;

    private volatile ConcurrentDictionary<string, WordForms> recent = Empty(0), older = Empty(0);
    private int added;

    public bool TryGet(ReadOnlySpan<char> word, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WordForms? forms)
    {
        if (recent.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out forms))
            return true;
        if (!older.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var key, out forms))
            return false;
        Add(key, forms);
        return true;
    }

    /// <summary>Remembers a word.</summary>
    /// <returns>What is remembered of it: another thread may have been first.</returns>
    public WordForms Add(string word, WordForms forms)
    {
        if (Interlocked.Increment(ref added) == Generation)
        {
            Interlocked.Exchange(ref added, 0);
            (older, recent) = (recent, Empty(Generation));
        }

        return recent.GetOrAdd(word, forms);
    }

    public void Forget() => (recent, older, added) = (Empty(0), Empty(0), 0);

    private static ConcurrentDictionary<string, WordForms> Empty(int capacity) => new(Environment.ProcessorCount, capacity, StringComparer.Ordinal);
}
