using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>BM25F: a word's frequencies, made comparable by the lengths of their fields, add up and then count less and less.</summary>
/// <param name="InverseFrequency">How much the word tells.</param>
/// <param name="Floor">What a record that holds it scores at least, in parts of that.</param>
internal readonly record struct Saturation(float InverseFrequency, float Floor)
{
    /// <summary>No word scores more than so many times what it tells.</summary>
    public const float Ceiling = K1 + 1;

    private const float K1 = 1.2f, B = 0.5f;

    /// <summary>Field lengths by norm byte, as BM25Similarity writes them.</summary>
    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(norm => LengthOf((byte)norm))];

    /// <summary>What one occurrence counts in a field, by the norm byte of the field's length.</summary>
    /// <param name="weight">How much a word counts in the field.</param>
    /// <param name="averageLength">How many words the field has on average.</param>
    public static float[] WorthByNorm(float weight, float averageLength) => Array.ConvertAll(Lengths, length => weight / (1 - B + (B * length / averageLength)));

    /// <summary>What no sum of frequencies scores more than.</summary>
    public float Most => InverseFrequency * (Floor + Ceiling);

    /// <summary>The score of a sum of frequencies.</summary>
    public float Score(float frequency) => InverseFrequency * (Floor + (Ceiling * frequency / (K1 + frequency)));

    private static float LengthOf(byte norm)
    {
        var inverse = SmallSingle.Byte315ToSingle(norm);
        return inverse > 0 ? 1 / (inverse * inverse) : 1;
    }
}
