using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>BM25F: a word's frequencies, made comparable by the lengths of their fields, add up and then count less and less.</summary>
internal static class Saturation
{
    private const float K1 = 1.2f, B = 0.75f;

    /// <summary>Field lengths by norm byte, as BM25Similarity writes them.</summary>
    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(norm => LengthOf((byte)norm))];

    /// <summary>What so many occurrences in a field count.</summary>
    public static float Frequency(float count, float weight, float averageLength, NumericDocValues? norms, int doc)
    {
        var length = norms is null ? averageLength : Lengths[(byte)norms.Get(doc)];
        return weight * count / (1 - B + (B * length / averageLength));
    }

    /// <summary>The score of a sum of frequencies.</summary>
    public static float Score(float inverseFrequency, float frequency) => inverseFrequency * (K1 + 1) * frequency / (K1 + frequency);

    private static float LengthOf(byte norm)
    {
        var inverse = SmallSingle.Byte315ToSingle(norm);
        return inverse > 0 ? 1 / (inverse * inverse) : 1;
    }
}
