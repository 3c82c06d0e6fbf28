using System.Text;

namespace KremlinArchive.Benchmarks.Generating;

/// <summary>
/// Invented words of one language, used as forms of words are in texts: the n-th most frequent one in proportion to 1/(n + b)^a. The
/// two numbers were fitted to the corpus: of 600,000 Russian words the 100 most frequent forms are 44 %, the 10,000 most frequent 89 %, and 53,000 are different;
/// here they are 48 %, 91 % and 53,000. English has fewer forms.
/// </summary>
internal sealed class Vocabulary
{
    private const int Size = 60_000, Uninflected = 100;
    private static readonly string[] RussianEndings = ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "ый", "ого", "ому", "ать", "ал", "ала", "ают"];
    private static readonly string[] EnglishEndings = ["", "s", "ed", "ing", "er", "ly", "tion"];

    private readonly string[] words;
    private readonly string[] endings;
    private readonly double exponent, shift;

    private Vocabulary(string[] words, string[] endings, double exponent, double shift) =>
        (this.words, this.endings, this.exponent, this.shift) = (words, endings, exponent, shift);

    public static Vocabulary Russian(int seed) => new(Invent(seed, "бвгдзклмнпрстфхцчш", "аеиоуыяю"), RussianEndings, exponent: 1.35, shift: 20);

    public static Vocabulary English(int seed) => new(Invent(seed, "bcdfghklmnprstvw", "aeiou"), EnglishEndings, exponent: 1.6, shift: 20);

    /// <summary>A word in one of its forms.</summary>
    public string Word(Random random)
    {
        // The inverse of the distribution's sum: no table of a million forms is needed.
        var form = shift * (Math.Pow(1 - random.NextDouble(), -1 / (exponent - 1)) - 1);
        if (form < Uninflected)
            return words[(int)form]; // The commonest words of a language have hardly any forms.
        var (word, ending) = Math.DivRem((long)Math.Min(form, (double)words.Length * endings.Length) - Uninflected, endings.Length);
        return words[Math.Min(Uninflected + word, words.Length - 1)] + endings[(word + ending) % endings.Length];
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
