using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Remembers words that were analyzed, some hundred thousand of those last seen: when as many are new, those before them that nobody asked for are forgotten. A
/// few words make up most of any text, and lie at hand; most others come but once, and are remembered only when they come again.
/// </summary>
internal sealed class WordMemory
{
    private const int Generation = 100_000, AtHand = 1 << 13, Seen = 1 << 17;

    private readonly Remembered?[] atHand = new Remembered?[AtHand];

    // The hash of a word that came: another word with the same one is remembered a little too early, which does no harm.
    private readonly int[] seen = new int[Seen];

    private volatile ConcurrentDictionary<string, Remembered> recent = Empty(0), older = Empty(0);
    private int added;

    public bool TryGet(ReadOnlySpan<char> word, [NotNullWhen(true)] out WordForms? forms)
    {
        ref var place = ref atHand[Hash(word) & (AtHand - 1)];
        if (Volatile.Read(ref place) is { } near && word.SequenceEqual(near.Word))
        {
            forms = near.Forms;
            return true;
        }

        if (!recent.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var found))
        {
            if (!older.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out found))
            {
                forms = null;
                return false;
            }

            Keep(found);
        }

        Volatile.Write(ref place, found);
        forms = found.Forms;
        return true;
    }

    /// <summary>Takes note of a word that was analyzed.</summary>
    public void Add(string word, WordForms forms)
    {
        var hash = Hash(word);
        if (Interlocked.Exchange(ref seen[hash & (Seen - 1)], hash) == hash)
            Keep(new Remembered(word, forms));
    }

    public void Forget()
    {
        (recent, older, added) = (Empty(0), Empty(0), 0);
        Array.Clear(atHand);
        Array.Clear(seen);
    }

    private void Keep(Remembered word)
    {
        if (Interlocked.Increment(ref added) == Generation)
        {
            Interlocked.Exchange(ref added, 0);
            (older, recent) = (recent, Empty(Generation));
        }

        recent.TryAdd(word.Word, word);
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 17;
        foreach (var letter in word)
            hash = (hash * 31) + letter;
        return hash ^ (hash >>> 15);
    }

    private static ConcurrentDictionary<string, Remembered> Empty(int capacity) => new(Environment.ProcessorCount, capacity, StringComparer.Ordinal);

    private sealed record Remembered(string Word, WordForms Forms);
}
