using System.Text;

namespace KremlinArchive.Benchmarks.Generating;

/// <summary>Invented words of one language, used as words are in texts: the n-th most frequent one about 1/n as often as the first (Zipf).</summary>
internal sealed class Vocabulary
{
    private const int Size = 60_000;
    private static readonly string[] RussianEndings = ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "ый", "ого", "ому", "ать", "ал", "ала", "ают"];
    private static readonly string[] EnglishEndings = ["", "", "", "s", "ed", "ing", "er", "ly", "tion"];

    private readonly string[] words;
    private readonly string[] endings;
    private readonly double[] cumulative;

    private Vocabulary(string[] words, string[] endings)
    {
        this.words = words;
        this.endings = endings;
        cumulative = new double[words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++)
            cumulative[rank] = sum += 1.0 / (rank + 2.7);
    }

    public static Vocabulary Russian(int seed) => new(Invent(seed, "бвгдзклмнпрстфхцчш", "аеиоуыяю"), RussianEndings);

    public static Vocabulary English(int seed) => new(Invent(seed, "bcdfghklmnprstvw", "aeiou"), EnglishEndings);

    /// <summary>A word in one of its forms.</summary>
    public string Word(Random random)
    {
        var at = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        var rank = Math.Min(at < 0 ? ~at : at, words.Length - 1);
        // The commonest words of a language have hardly any forms.
        return rank < 100 ? words[rank] : words[rank] + endings[random.Next(endings.Length)];
    }

    /// <summary>A sentence of 5–25 words.</summary>
    public string Sentence(Random random)
    {
        var text = new StringBuilder(Capital(Word(random)));
        for (var left = random.Next(4, 25); left > 0; left--)
            text.Append(random.Next(12) == 0 ? ", " : " ").Append(Word(random));
        return text.Append('.').ToString();
    }

    /// <summary>A name of two words, the same for the same number.</summary>
    public string Name(int number) => $"{Capital(words[1000 + number * 7 % 5000])} {Capital(words[7000 + number * 13 % 20000])}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] Invent(int seed, string consonants, string vowels)
    {
        var random = new Random(seed);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Size)
        {
            var word = new StringBuilder();
            // Frequent words are short.
            for (var syllables = 1 + random.Next(1 + Math.Min(3, words.Count / 40)); syllables > 0; syllables--)
                word.Append(consonants[random.Next(consonants.Length)]).Append(vowels[random.Next(vowels.Length)]);
            if (random.Next(2) == 0)
                word.Append(consonants[random.Next(consonants.Length)]);
            words.Add(word.ToString());
        }

        return [.. words];
    }
}
