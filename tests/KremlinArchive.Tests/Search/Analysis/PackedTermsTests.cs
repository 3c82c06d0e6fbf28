using System.Text;
using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

public sealed class PackedTermsTests
{
    [Fact]
    public void EachTermStandsOnceAndInOrder() =>
        Assert.Equal(["шёл", "~идти", "walk"], Unpack(PackedTerms.Of(["шёл", "~идти", "шёл", "walk", "~идти"])));

    [Fact]
    public void ATermMayBeLong()
    {
        var term = new string('ж', 200);

        Assert.Equal([term, "б"], Unpack(PackedTerms.Of([term, "б"])));
    }

    private static IEnumerable<string> Unpack(PackedTerms terms)
    {
        for (var at = 0; at < terms.Bytes.Length;)
        {
            var (start, length, next) = terms.At(at);
            yield return Encoding.UTF8.GetString(terms.Bytes, start, length);
            at = next;
        }
    }
}
