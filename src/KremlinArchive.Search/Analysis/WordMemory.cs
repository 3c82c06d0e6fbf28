using System.Diagnostics.CodeAnalysis;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Remembers words that were analyzed, some hundred thousand of them: each has four places by its hash, and a new one takes that of the word which was not asked for
/// the longest. A few words make up most of any text; most others come but once, and are remembered only when they come again.
/// </summary>
internal sealed class WordMemory
{
    private const int SetBits = 15, Places = 4, SeenBits = 17;

    // By their hashes nearly all words that are not meant are passed over without being looked at. Threads do not wait for each other: what one of them finds
    // half moved is another word, or none, and the word is analyzed once more.
    private readonly uint[] hashes = new uint[Places << SetBits];
    private readonly WordForms?[] words = new WordForms?[Places << SetBits];

    // The hash of a word that came: another word with the same one is remembered a little too early, which does no harm.
    private readonly uint[] seen = new uint[1 << SeenBits];

    public bool TryGet(ReadOnlySpan<char> word, [NotNullWhen(true)] out WordForms? forms)
    {
        var hash = Hash(word);
        var first = First(hash);
        for (var place = first; place < first + Places; place++)
        {
            if (hashes[place] != hash || Volatile.Read(ref words[place]) is not { } found || !word.SequenceEqual(found.Written))
                continue;

            // The first two stay in their order: the commonest words need not be written again and again.
            if (place > first + 1)
                Move(place - 1, place, hash, found);
            forms = found;
            return true;
        }

        forms = null;
        return false;
    }

    /// <summary>Takes note of a word that was analyzed.</summary>
    public void Add(string word, WordForms forms)
    {
        var hash = Hash(word);
        if (Interlocked.Exchange(ref seen[hash >> (32 - SeenBits)], hash) != hash)
            return;
        var first = First(hash);
        Move(first + 1, first + Places - 1, hash, forms.WrittenAs(word));
    }

    public void Forget()
    {
        Array.Clear(words);
        Array.Clear(hashes);
        Array.Clear(seen);
    }

    /// <summary>Puts a word into a place, and those from there on one place further, to the last.</summary>
    private void Move(int place, int last, uint hash, WordForms word)
    {
        for (; last > place; last--)
        {
            Volatile.Write(ref words[last], Volatile.Read(ref words[last - 1]));
            hashes[last] = hashes[last - 1];
        }

        Volatile.Write(ref words[place], word);
        hashes[place] = hash;
    }

    private static int First(uint hash) => (int)(hash >> (32 - SetBits)) * Places;

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 17u;
        foreach (var letter in word)
            hash = (hash * 31) + letter;

        // Multiplied by the golden ratio of 2³², so that the upper bits, which choose the place, depend on all letters.
        return hash * 2_654_435_769;
    }
}
